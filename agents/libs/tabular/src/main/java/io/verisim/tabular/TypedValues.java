package io.verisim.tabular;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Typed views of text columns. Each distinct value is parsed once. What does not parse counts as missing. */
public final class TypedValues {

    private TypedValues() {}

    /** The column as numbers, read as {@link Double#parseDouble} does; whole numbers beyond 2^53 lose digits. */
    public static NumberColumn numbers(TextColumn column) {
        return numbers(column, NumberText::parse);
    }

    /** As {@link #numbers(TextColumn)}; true and false of a BOOLEAN are 1 and 0. */
    public static NumberColumn numbers(TextColumn column, ColumnSchema schema) {
        String format = schema.format();
        if (schema.type() != ColumnType.BOOLEAN || format == null) {
            return numbers(column);
        }
        BooleanSpellings spelt = BooleanSpellings.parse(format);
        return numbers(column, text -> text.equals(spelt.yes()) ? 1 : text.equals(spelt.no()) ? 0 : Double.NaN);
    }

    /**
     * The column as moments, in the schema's format or, where that does not fit, any other known one.
     *
     * @throws IllegalArgumentException where the schema has no format of a date or time
     */
    public static TimeColumn times(TextColumn column, ColumnSchema schema) {
        TimeReader reader = new TimeReader(ValueFormat.pattern(schema));
        return times(column, reader::read);
    }

    /** The column as moments in exactly this format. */
    public static TimeColumn times(TextColumn column, TimePattern pattern) {
        return times(column, (ToLongFunction<String>) pattern::parse);
    }

    private static NumberColumn numbers(TextColumn column, ToDoubleFunction<String> parse) {
        double[] distinct = column.dictionary().stream().mapToDouble(parse).toArray();
        int[] codes = column.codes();
        double[] values = new double[codes.length];
        int unread = 0;
        for (int row = 0; row < codes.length; row++) {
            boolean missing = codes[row] == TextColumn.MISSING;
            values[row] = missing ? Double.NaN : distinct[codes[row]];
            unread += !missing && Double.isNaN(values[row]) ? 1 : 0;
        }
        return new NumberColumn(column.name(), values, unread);
    }

    private static TimeColumn times(TextColumn column, ToLongFunction<String> parse) {
        long[] distinct = column.dictionary().stream().mapToLong(parse).toArray();
        int[] codes = column.codes();
        long[] micros = new long[codes.length];
        int unread = 0;
        for (int row = 0; row < codes.length; row++) {
            boolean missing = codes[row] == TextColumn.MISSING;
            micros[row] = missing ? TimePattern.MISSING : distinct[codes[row]];
            unread += !missing && micros[row] == TimePattern.MISSING ? 1 : 0;
        }
        return new TimeColumn(column.name(), micros, unread);
    }
}
