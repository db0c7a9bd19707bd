package io.verisim.synthesizer.generation;

import io.verisim.model.table.ColumnSchema;
import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.tabular.NumberColumn;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import io.verisim.tabular.ValueFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source column as the model sees it, and the way back. Numbers and times with more than a few distinct values are
 * numbers, all else categories; what cannot be read is missing.
 *
 * @param column the column for the model
 * @param levels text of each level, null for the missing one
 * @param unit how many microseconds the model's number 1 is; 0 where numbers are no times
 * @param format writes numbers and times
 */
record ModelledSource(ModelColumn column, List<@Nullable String> levels, double unit, ValueFormat format) {

    private static final int MOST_DISTINCT_OF_A_CATEGORY = 20;
    private static final long[] UNITS = {86_400_000_000L, 3_600_000_000L, 60_000_000L, 1_000_000L, 1_000L};

    static ModelledSource of(TextColumn column, ColumnSchema schema) {
        ValueFormat format = ValueFormat.of(schema);
        return switch (schema.type()) {
            case INTEGER, DECIMAL ->
                numbers(column.name(), TypedValues.numbers(column).values(), 0, format);
            case DATE, TIME, DATETIME -> times(column, schema, format);
            case TEXT, BOOLEAN -> category(column, format);
        };
    }

    /** A column of codes, which are categories also where they are written in digits alone. */
    static ModelledSource codes(TextColumn column, ColumnSchema schema) {
        return category(column, ValueFormat.of(schema));
    }

    /** A column as categories, whatever its type: a level for each value as it is written. */
    static ModelledSource levels(TextColumn column, ColumnSchema schema) {
        ValueFormat format = ValueFormat.of(schema);
        return switch (schema.type()) {
            case INTEGER, DECIMAL ->
                asCategory(column.name(), TypedValues.numbers(column).values(), 0, format);
            case DATE, TIME, DATETIME -> {
                long[] micros = TypedValues.times(column, schema).micros();
                double[] numbers = new double[micros.length];
                for (int row = 0; row < numbers.length; row++) {
                    numbers[row] = micros[row] == TimePattern.MISSING ? Double.NaN : micros[row];
                }
                yield asCategory(column.name(), numbers, 1, format);
            }
            case TEXT, BOOLEAN -> category(column, format);
        };
    }

    private static ModelledSource times(TextColumn column, ColumnSchema schema, ValueFormat format) {
        long[] micros = TypedValues.times(column, schema).micros();
        int coarsest = 0;
        for (long moment : micros) {
            while (moment != TimePattern.MISSING && coarsest < UNITS.length && moment % UNITS[coarsest] != 0) {
                coarsest++;
            }
        }
        double unit = coarsest < UNITS.length ? UNITS[coarsest] : 1;
        double[] numbers = new double[micros.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = micros[row] == TimePattern.MISSING ? Double.NaN : micros[row] / unit;
        }
        return numbers(column.name(), numbers, unit, format);
    }

    private static ModelledSource numbers(String name, double[] numbers, double unit, ValueFormat format) {
        List<@Nullable String> levels = new ArrayList<>();
        int[] codes = new int[numbers.length];
        double[] finite = new double[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            double value = numbers[row];
            codes[row] = Double.isFinite(value) ? ModelColumn.NUMBER : level(levels, value, format);
            finite[row] = Double.isFinite(value) ? value : 0;
        }
        if (isCategory(codes, finite)) {
            return asCategory(name, numbers, unit, format);
        }
        return new ModelledSource(new ModelColumn(name, levels.size(), codes, finite), levels, unit, format);
    }

    /** Missing, plus and minus infinity are levels among numbers. */
    private static int level(List<@Nullable String> levels, double value, ValueFormat format) {
        String text = Double.isNaN(value) ? null : format.number(value);
        int known = levels.indexOf(text);
        if (known < 0) {
            levels.add(text);
            known = levels.size() - 1;
        }
        return known;
    }

    private static boolean isCategory(int[] codes, double[] numbers) {
        java.util.Set<Double> distinct = new java.util.HashSet<>();
        for (int row = 0; row < codes.length && distinct.size() <= MOST_DISTINCT_OF_A_CATEGORY; row++) {
            if (codes[row] == ModelColumn.NUMBER) {
                distinct.add(numbers[row]);
            }
        }
        return distinct.size() <= MOST_DISTINCT_OF_A_CATEGORY && distinct.size() * 5L <= Math.max(5, codes.length);
    }

    private static ModelledSource asCategory(String name, double[] numbers, double unit, ValueFormat format) {
        List<@Nullable String> levels = new ArrayList<>();
        Map<Optional<String>, Integer> known = new HashMap<>();
        int[] codes = new int[numbers.length];
        for (int row = 0; row < codes.length; row++) {
            double value = numbers[row];
            String text = Double.isNaN(value)
                    ? null
                    : unit == 0 ? format.number(value) : format.time((long) (Math.rint(value) * unit));
            codes[row] = known.computeIfAbsent(Optional.ofNullable(text), unseen -> {
                levels.add(text);
                return levels.size() - 1;
            });
        }
        return new ModelledSource(ModelColumn.category(name, levels.size(), codes), levels, unit, format);
    }

    private static ModelledSource category(TextColumn column, ValueFormat format) {
        List<@Nullable String> levels = new ArrayList<>(column.dictionary());
        int[] codes = column.codes().clone();
        if (column.missing() > 0) {
            levels.add(null);
            for (int row = 0; row < codes.length; row++) {
                codes[row] = codes[row] == TextColumn.MISSING ? levels.size() - 1 : codes[row];
            }
        }
        return new ModelledSource(ModelColumn.category(column.name(), levels.size(), codes), levels, 0, format);
    }

    /** Without the spellings of missing values that stand among numbers. */
    static TextColumn readable(TextColumn column) {
        NumberColumn numbers = TypedValues.numbers(column);
        if (numbers.unread() == 0) {
            return column;
        }
        List<@Nullable String> rows = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            Interruption.checkAt(row);
            rows.add(Double.isNaN(numbers.values()[row]) ? null : column.value(row));
        }
        return TextColumn.of(column.name(), rows);
    }
}
