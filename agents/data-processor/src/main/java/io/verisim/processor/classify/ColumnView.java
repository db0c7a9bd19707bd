package io.verisim.processor.classify;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What classifiers see of a column: its name, its type, a bounded sample of its distinct values, and the table around it.
 * The sample is spread evenly over the distinct values in order of first occurrence, so that it is the same in every run;
 * values are stripped of outer spaces and cut at {@value #LONGEST} characters.
 */
public final class ColumnView {

    /** Most distinct values that are looked at. */
    public static final int SAMPLE = 600;

    private static final int LONGEST = 4_000;
    private static final Set<String> MISSING =
            Set.of("?", "-", "--", "NULL", "null", "N/A", "n/a", "NaN", "nan", "None");

    private final TextTable table;
    private final TextColumn column;
    private final ColumnSchema schema;
    private final List<String> sample;
    private final int present;
    private final int distinct;

    private ColumnView(TextTable table, TextColumn column, ColumnSchema schema) {
        this.table = table;
        this.column = column;
        this.schema = schema;
        int[] counts = column.counts();
        List<Integer> telling = new ArrayList<>();
        int rows = 0;
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0 && tells(column.dictionary().get(code))) {
                telling.add(code);
                rows += counts[code];
            }
        }
        this.present = rows;
        this.distinct = telling.size();
        this.sample = sample(column, telling);
    }

    /** The columns of a table; {@code schema} describes them in the same order. */
    public static List<ColumnView> of(TextTable table, TableSchema schema) {
        if (table.columns().size() != schema.columns().size()) {
            throw new IllegalArgumentException("Table and schema '" + table.name() + "' differ in columns");
        }
        List<ColumnView> views = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            views.add(new ColumnView(
                    table, table.columns().get(i), schema.columns().get(i)));
        }
        return views;
    }

    public String name() {
        return schema.name();
    }

    public ColumnSchema schema() {
        return schema;
    }

    /** The whole column. */
    public TextColumn column() {
        return column;
    }

    /** The table the column is of. */
    public TextTable table() {
        return table;
    }

    public int rows() {
        return column.rows();
    }

    /** Rows that hold a value. */
    public int present() {
        return present;
    }

    /** Number of distinct values in the whole column. */
    public int distinct() {
        return distinct;
    }

    /** At most {@link #SAMPLE} distinct values. */
    public List<String> sample() {
        return sample;
    }

    public boolean isEmpty() {
        return sample.isEmpty();
    }

    /** Share of the sample that satisfies the condition; 0 for an empty column. */
    public double share(Predicate<String> condition) {
        return isEmpty() ? 0 : (double) sample.stream().filter(condition).count() / sample.size();
    }

    /** The column so many places to the right of this one, to the left where negative; if there is one. */
    public Optional<TextColumn> neighbour(int distance) {
        int at = table.columns().indexOf(column) + distance;
        return at < 0 || at >= table.columns().size()
                ? Optional.empty()
                : Optional.of(table.columns().get(at));
    }

    private static boolean tells(String value) {
        return !value.isBlank() && !MISSING.contains(value.strip());
    }

    private static List<String> sample(TextColumn column, List<Integer> codes) {
        int size = Math.min(SAMPLE, codes.size());
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String value = column.dictionary().get(codes.get((int) ((long) i * codes.size() / size)));
            values.add((value.length() > LONGEST ? value.substring(0, LONGEST) : value).strip());
        }
        return List.copyOf(values);
    }
}
