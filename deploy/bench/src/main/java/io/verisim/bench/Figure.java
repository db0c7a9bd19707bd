package io.verisim.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param what what was measured, in a few words
 * @param measured the number; NaN where there was nothing to measure
 * @param unit such as {@code s}; empty for a count or a score
 * @param bar what it is held to; null where it is for information
 */
public record Figure(
        String what, double measured, String unit, @Nullable Bar bar) {

    /** Whether the bar, if there is one, is kept. */
    public boolean holds() {
        return bar == null || bar.holds(measured);
    }

    /** One line of the table. */
    public String line() {
        String value = (number(measured) + " " + unit).strip();
        String verdict = bar == null ? "" : bar.holds(measured) ? "holds" : "FAILS";
        return "  %-58s %14s   %-12s %s"
                .formatted(what, value, bar == null ? "" : bar.toString(), verdict)
                .stripTrailing();
    }

    /** Whole numbers without a fraction, small ones in powers of ten, others with three digits behind the point. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 0.001 ? "%.0e" : "%,.3f", value);
    }
}
