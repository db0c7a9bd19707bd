package io.verisim.synthesizer.generation;

import io.verisim.model.table.ColumnSchema;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.PrivateModel.PublicDomain;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import io.verisim.tabular.ValueFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A source column as a private model sees it, and the way back. What the model gets depends on each row by itself: whether
 * a column has numbers, and in which unit, is decided by its schema, and levels are in alphabetical order. Infinite numbers
 * count as missing. The missing level is the first, and public.
 *
 * @param column the column for the model
 * @param domain what is public of it
 * @param levels text of each level, null for the missing one
 * @param unit how many microseconds the model's number 1 is; 0 where numbers are no times
 */
record PrivateSource(ModelColumn column, PublicDomain domain, List<@Nullable String> levels, double unit) {

    private static final double DAY = 86_400_000_000.0;
    private static final double MINUTE = 60_000_000.0;
    private static final double SECOND = 1_000_000.0;

    static PrivateSource of(TextColumn column, ColumnSchema schema) {
        return switch (schema.type()) {
            case INTEGER, DECIMAL ->
                PrivateTreatment.isCode(schema)
                        ? category(column)
                        : numbers(column.name(), TypedValues.numbers(column).values(), step(schema), 0);
            case DATE, TIME, DATETIME -> times(column, schema);
            case TEXT, BOOLEAN -> category(column);
        };
    }

    /** Whether a row has a value: level 0 where not, level {@link ColumnMaker#PRESENT} where it has. */
    static PrivateSource presence(TextColumn column) {
        int[] codes = new int[column.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.isMissing(row) ? 0 : ColumnMaker.PRESENT;
        }
        ModelColumn model = ModelColumn.category(column.name(), 2, codes);
        return new PrivateSource(model, new PublicDomain(2, 0), List.of(), 0);
    }

    private static double step(ColumnSchema schema) {
        Integer scale = schema.scale();
        return switch (schema.type()) {
            case INTEGER -> 1;
            default -> scale == null ? 0 : Math.pow(10, -scale);
        };
    }

    private static PrivateSource times(TextColumn column, ColumnSchema schema) {
        double unit = unit(schema);
        double[] numbers = Arrays.stream(TypedValues.times(column, schema).micros())
                .mapToDouble(micros -> micros == TimePattern.MISSING ? Double.NaN : Math.floor(micros / unit))
                .toArray();
        return numbers(column.name(), numbers, 1, unit);
    }

    /** As fine as the format writes. */
    private static double unit(ColumnSchema schema) {
        String format = schema.format();
        return switch (schema.type()) {
            case DATE -> DAY;
            default -> format == null ? SECOND : format.contains("S") ? 1 : format.contains("s") ? SECOND : MINUTE;
        };
    }

    private static PrivateSource numbers(String name, double[] numbers, double step, double unit) {
        int[] codes = new int[numbers.length];
        double[] finite = new double[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            boolean isNumber = Double.isFinite(numbers[row]);
            codes[row] = isNumber ? ModelColumn.NUMBER : 0;
            finite[row] = isNumber ? numbers[row] : 0;
        }
        List<@Nullable String> levels = new ArrayList<>();
        levels.add(null);
        return new PrivateSource(new ModelColumn(name, 1, codes, finite), new PublicDomain(1, step), levels, unit);
    }

    private static PrivateSource category(TextColumn column) {
        List<@Nullable String> levels = new ArrayList<>();
        levels.add(null);
        List<String> sorted = new ArrayList<>(new TreeSet<>(column.dictionary()));
        levels.addAll(sorted);
        int[] levelOf = new int[column.dictionary().size()];
        for (int code = 0; code < levelOf.length; code++) {
            levelOf[code] = 1
                    + java.util.Collections.binarySearch(
                            sorted, column.dictionary().get(code));
        }
        int[] codes = new int[column.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.isMissing(row) ? 0 : levelOf[column.codes()[row]];
        }
        return new PrivateSource(
                ModelColumn.category(column.name(), levels.size(), codes), new PublicDomain(1, 0), levels, 0);
    }

    /** How the column is written, with the levels that may be told. */
    ColumnMaker.Modelled maker(ColumnSchema schema, int model, int[] released) {
        List<@Nullable String> told = new ArrayList<>();
        for (int level : released) {
            told.add(levels.get(level));
        }
        return new ColumnMaker.Modelled(schema, model, told, unit, ValueFormat.of(schema));
    }
}
