package io.verisim.synthesizer.inference;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import java.util.Arrays;

/**
 * A column with what inference asks of it again and again.
 *
 * @param numbers numbers or microseconds since 1970 by row, NaN where there is none; empty for text
 */
@SuppressWarnings("ArrayRecordComponent")
record ColumnView(TextColumn column, ColumnSchema schema, double[] numbers) {

    static ColumnView of(TextColumn column, ColumnSchema schema) {
        return new ColumnView(column, schema, numbers(column, schema));
    }

    private static double[] numbers(TextColumn column, ColumnSchema schema) {
        return switch (schema.type()) {
            case INTEGER, DECIMAL -> TypedValues.numbers(column).values();
            case DATE, TIME, DATETIME -> {
                long[] micros = TypedValues.times(column, schema).micros();
                double[] numbers = new double[micros.length];
                for (int row = 0; row < numbers.length; row++) {
                    numbers[row] = micros[row] == TimePattern.MISSING ? Double.NaN : micros[row];
                }
                yield numbers;
            }
            case TEXT, BOOLEAN -> new double[0];
        };
    }

    String name() {
        return schema.name();
    }

    boolean isTime() {
        return schema.type() != ColumnType.INTEGER && schema.type() != ColumnType.DECIMAL;
    }

    int present() {
        return column.rows() - column.missing();
    }

    boolean isUnique() {
        return present() > 1 && column.dictionary().size() == present();
    }

    /** The numbers that are there, in order. */
    double[] sorted() {
        double[] sorted = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
