package io.verisim.synthesizer.quality.chart;

import io.verisim.numerics.Quantiles;
import io.verisim.synthesizer.quality.data.ColumnKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Bars of equal width between the outer half per cents of both sides, with limits that are multiples of 1, 2 or 5 times a
 * power of ten (days for datetimes), so that none is a value of a row. The tails are in the outer bars.
 *
 * @param kind of the values
 * @param low lower limit of the first bar
 * @param step width of a bar
 * @param bins number of bars, at least 1
 */
record Scale(ColumnKind kind, double low, double step, int bins) {

    private static final int MOST_BINS = 40;
    private static final double TAIL = 0.005;
    private static final double NANOS_A_DAY = 86_400e9;
    private static final double WHOLE_DIGITS = 1e7;

    static Scale of(ColumnKind kind, double[] real, double[] synthetic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] side : List.of(real, synthetic)) {
            if (side.length > 0) {
                double[] sorted = side.clone();
                Arrays.sort(sorted);
                low = Math.min(low, Quantiles.ofSorted(sorted, TAIL));
                high = Math.max(high, Quantiles.ofSorted(sorted, 1 - TAIL));
            }
        }
        if (!(low <= high)) {
            return new Scale(kind, 0, 1, 1);
        }
        double unit = kind == ColumnKind.DATETIME ? NANOS_A_DAY : 1;
        boolean whole = kind == ColumnKind.DATETIME || whole(real) && whole(synthetic);
        double width =
                Math.max((high - low) / unit, Math.ulp(Math.max(Math.abs(low), Math.abs(high)) / unit) * MOST_BINS);
        double step = Math.max(round(width / (MOST_BINS - 2)), whole ? 1 : 0) * unit;
        double first = Math.floor(low / step) * step;
        int bins = (int) Math.clamp(Math.floor((high - first) / step) + 1, 1, MOST_BINS);
        return new Scale(kind, first, step, bins);
    }

    private static boolean whole(double[] values) {
        for (double value : values) {
            if (value != Math.rint(value)) {
                return false;
            }
        }
        return true;
    }

    /** The next number that is 1, 2 or 5 times a power of ten. */
    private static double round(double width) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(width)));
        double digits = width / power;
        return (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10) * power;
    }

    int bin(double value) {
        return (int) Math.clamp(Math.floor((value - low) / step), 0, bins - 1);
    }

    /** What each bar stands for. */
    List<String> labels() {
        if (kind != ColumnKind.DATETIME && step == 1) {
            return IntStream.range(0, bins).mapToObj(i -> label(low + i)).toList();
        }
        return IntStream.range(0, bins)
                .mapToObj(i -> label(low + i * step) + " to " + label(low + (i + 1) * step))
                .toList();
    }

    private String label(double value) {
        if (kind == ColumnKind.DATETIME) {
            return Instant.ofEpochSecond((long) Math.floor(value / 1e9))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
        }
        return number(value);
    }

    /** With four significant digits. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE_DIGITS) {
            return String.format(Locale.ROOT, "%,.0f", value + 0.0);
        }
        String plain = String.format(Locale.ROOT, "%.4g", value);
        return plain.contains(".") && !plain.contains("e") ? plain.replaceAll("\\.?0+$", "") : plain;
    }
}
