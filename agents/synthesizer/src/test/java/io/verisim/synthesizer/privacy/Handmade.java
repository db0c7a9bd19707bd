package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tables for tests: written down, or made from others as leaks are. */
final class Handmade {

    private Handmade() {}

    /** A table from lines of comma-separated values, the first with the names; an empty value is missing. */
    static TextTable table(String... lines) {
        String[] names = lines[0].split(",");
        List<TextColumn> columns = new ArrayList<>();
        for (int c = 0; c < names.length; c++) {
            List<@Nullable String> values = new ArrayList<>();
            for (int row = 1; row < lines.length; row++) {
                String value = lines[row].split(",", -1)[c];
                values.add(value.isEmpty() ? null : value);
            }
            columns.add(TextColumn.of(names[c], values));
        }
        return new TextTable("handmade", columns);
    }

    static AlignedTable aligned(TextTable real, TextTable synthetic) {
        return AlignedTable.of(TableKinds.infer(real), real, synthetic);
    }

    static AlignedTable aligned(TextTable real, TextTable synthetic, TextTable holdout) {
        return AlignedTable.of(TableKinds.infer(real), real, synthetic, holdout);
    }

    /** Some rows of a table, in the order given. */
    static TextTable rows(TextTable table, int[] rows) {
        return new TextTable(
                table.name(),
                table.columns().stream()
                        .map(c -> TextColumn.coded(
                                c.name(),
                                Arrays.stream(rows).map(row -> c.codes()[row]).toArray(),
                                c.dictionary()))
                        .toList());
    }

    /** As many rows, drawn with replacement. */
    static TextTable bootstrap(TextTable table, RandomGenerator random) {
        return rows(table, random.ints(table.rows(), 0, table.rows()).toArray());
    }

    /** Every value, with a probability, is replaced by that of another row. */
    static TextTable swapped(TextTable table, double probability, RandomGenerator random) {
        List<TextColumn> columns = new ArrayList<>();
        for (TextColumn column : table.columns()) {
            int[] codes = column.codes().clone();
            for (int row = 0; row < codes.length; row++) {
                if (random.nextDouble() < probability) {
                    codes[row] = column.codes()[random.nextInt(codes.length)];
                }
            }
            columns.add(TextColumn.coded(column.name(), codes, column.dictionary()));
        }
        return new TextTable(table.name(), columns);
    }

    /** Every number is multiplied by a factor within 1 ± {@code share}, whole numbers rounded; other values stay. */
    static TextTable shaken(TextTable table, double share, RandomGenerator random) {
        List<TextColumn> columns = new ArrayList<>();
        for (TextColumn column : table.columns()) {
            List<@Nullable String> values = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                values.add(shaken(column.value(row), 1 + share * (2 * random.nextDouble() - 1)));
            }
            columns.add(TextColumn.of(column.name(), values));
        }
        return new TextTable(table.name(), columns);
    }

    private static @Nullable String shaken(@Nullable String value, double factor) {
        if (value == null || !value.strip().matches("-?\\d+(\\.\\d+)?")) {
            return value;
        }
        double number = Double.parseDouble(value.strip()) * factor;
        return value.contains(".")
                ? String.valueOf(Math.round(number * 100) / 100.0)
                : String.valueOf(Math.round(number));
    }

    /** The rows of a table in random order. */
    static int[] order(int rows, RandomGenerator random) {
        return Draws.draw(random, rows, rows);
    }
}
