package io.verisim.tabular;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a column as its source would: the same double or moment gives the same text on every machine and
 * in every locale. Values may be kept as codes, whole numbers that are equal exactly where their texts are, and written
 * when their text is wanted.
 */
public final class ValueFormat {

    private final ColumnType type;
    private final ValueCode codes;

    private ValueFormat(ColumnType type, ValueCode codes) {
        this.type = type;
        this.codes = codes;
    }

    public static ValueFormat of(ColumnSchema schema) {
        String format = schema.format();
        return new ValueFormat(
                schema.type(),
                switch (schema.type()) {
                    case INTEGER -> new ValueCode.Whole();
                    case BOOLEAN -> new ValueCode.Truth(BooleanSpellings.parse(format == null ? "" : format));
                    case DECIMAL, TEXT -> decimal(schema.scale());
                    case DATE, TIME, DATETIME -> new ValueCode.Moment(pattern(schema));
                });
    }

    private static ValueCode decimal(@Nullable Integer scale) {
        if (scale == null) {
            return new ValueCode.Shortest();
        }
        return scale < 0 || scale >= ValueCode.POWERS.length ? new ValueCode.Deep(scale) : new ValueCode.Fixed(scale);
    }

    /**
     * Writes a number: INTEGER rounded to the nearest whole number of 64 bits, DECIMAL with as many decimals as its scale
     * says (half to even) or, without a scale, the shortest text that reads as the same double, BOOLEAN as its spelling,
     * where 0.5 and more is true.
     *
     * @return null for NaN, which is missing
     */
    public @Nullable String number(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return text(code(value));
    }

    /**
     * Writes a moment.
     *
     * @param micros since 1970
     * @return null for {@link TimePattern#MISSING}
     */
    public @Nullable String time(long micros) {
        return micros == TimePattern.MISSING ? null : text(timeCode(micros));
    }

    /** The code of a number, which is not NaN: that of another number is equal where its text is. */
    public long code(double value) {
        if (codes instanceof ValueCode.Moment) {
            throw new IllegalStateException("A " + type + " is no number");
        }
        return codes.of(value);
    }

    /** The code of a moment: its microseconds since 1970, without those that are not written. */
    public long timeCode(long micros) {
        if (codes instanceof ValueCode.Moment moment) {
            return moment.pattern().told(micros);
        }
        throw new IllegalStateException("A " + type + " is no time");
    }

    /** The text of a code. */
    public String text(long code) {
        TextBytes out = new TextBytes(24);
        codes.write(code, out);
        return out.toString();
    }

    /** Appends the text of a code. */
    public void write(long code, TextBytes out) {
        codes.write(code, out);
    }

    /** The number that the text of a code reads as. */
    public double read(long code) {
        return codes.number(code);
    }

    /** The format of a column of dates or times; its type's ISO form where it names none. */
    static TimePattern pattern(ColumnSchema schema) {
        String format = schema.format();
        if (format == null) {
            return switch (schema.type()) {
                case DATE -> TimePattern.of("yyyy-MM-dd");
                case TIME -> TimePattern.of("HH:mm:ss");
                case DATETIME -> TimePattern.of("yyyy-MM-dd HH:mm:ss");
                default ->
                    throw new IllegalArgumentException(
                            "Column '" + schema.name() + "' of type " + schema.type() + " holds no times");
            };
        }
        return TimePattern.of(format);
    }
}
