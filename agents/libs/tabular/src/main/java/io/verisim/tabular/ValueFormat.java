package io.verisim.tabular;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a column as its source would: the same double or moment gives the same text on every machine and
 * in every locale.
 */
public final class ValueFormat {

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final double EXACT = 1L << 53;

    private final ColumnType type;
    private final @Nullable Integer scale;
    private final BooleanSpellings spelt;
    private final @Nullable TimePattern pattern;

    private ValueFormat(
            ColumnType type, @Nullable Integer scale, BooleanSpellings spelt, @Nullable TimePattern pattern) {
        this.type = type;
        this.scale = scale;
        this.spelt = spelt;
        this.pattern = pattern;
    }

    public static ValueFormat of(ColumnSchema schema) {
        boolean time = isTime(schema.type());
        String format = schema.format();
        return new ValueFormat(
                schema.type(),
                schema.scale(),
                BooleanSpellings.parse(format == null || time ? "" : format),
                time ? pattern(schema) : null);
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
        return switch (type) {
            case INTEGER -> Long.toString((long) Math.rint(value));
            case BOOLEAN -> value >= 0.5 ? spelt.yes() : spelt.no();
            case DECIMAL, TEXT -> scale == null ? Double.toString(value) : fixed(value, scale);
            case DATE, TIME, DATETIME -> throw new IllegalStateException("A " + type + " is no number");
        };
    }

    /**
     * Writes a moment.
     *
     * @param micros since 1970
     * @return null for {@link TimePattern#MISSING}
     */
    public @Nullable String time(long micros) {
        if (pattern == null) {
            throw new IllegalStateException("A " + type + " is no time");
        }
        return micros == TimePattern.MISSING ? null : pattern.format(micros);
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

    private static boolean isTime(ColumnType type) {
        return type == ColumnType.DATE || type == ColumnType.TIME || type == ColumnType.DATETIME;
    }

    /** Scaling by a power of ten and rounding gives back any decimal text of at most 15 digits that was read. */
    private static String fixed(double value, int scale) {
        if (scale < 0 || scale >= POWERS.length || !(Math.abs(value) * POWERS[scale] < EXACT)) {
            return Double.isInfinite(value)
                    ? Double.toString(value)
                    : new BigDecimal(value)
                            .setScale(scale, RoundingMode.HALF_EVEN)
                            .toPlainString();
        }
        long scaled = (long) Math.rint(value * POWERS[scale]);
        if (scale == 0) {
            return Long.toString(scaled);
        }
        String digits = Long.toString(Math.abs(scaled));
        StringBuilder out = new StringBuilder(digits.length() + scale + 2);
        if (scaled < 0) {
            out.append('-');
        }
        for (int i = digits.length(); i <= scale; i++) {
            out.append('0');
        }
        return out.append(digits).insert(out.length() - scale, '.').toString();
    }
}
