package io.verisim.distributor.target.postgres;

import java.time.LocalDate;

/** Moments as PostgreSQL reads them, whatever its date style: {@code 2024-02-29 13:05:00.25}. */
final class IsoTime {

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long SECONDS_A_DAY = 86_400;

    private IsoTime() {}

    /**
     * Writes a moment.
     *
     * @param micros since 1970-01-01T00:00
     * @param type DATE and TIME write their part, TIMESTAMPTZ adds the offset of UTC
     */
    static String format(long micros, SqlType type) {
        long days = Math.floorDiv(micros, SECONDS_A_DAY * MICROS_A_SECOND);
        long ofDay = Math.floorMod(micros, SECONDS_A_DAY * MICROS_A_SECOND);
        StringBuilder out = new StringBuilder(32);
        if (type != SqlType.TIME) {
            date(days, out);
        }
        if (type != SqlType.DATE) {
            if (type != SqlType.TIME) {
                out.append(' ');
            }
            time(ofDay, out);
        }
        return type == SqlType.TIMESTAMPTZ ? out.append("+00").toString() : out.toString();
    }

    private static void date(long days, StringBuilder out) {
        LocalDate date = LocalDate.ofEpochDay(days);
        padded(date.getYear(), 4, out);
        out.append('-');
        padded(date.getMonthValue(), 2, out);
        out.append('-');
        padded(date.getDayOfMonth(), 2, out);
    }

    private static void time(long micros, StringBuilder out) {
        long seconds = micros / MICROS_A_SECOND;
        padded(seconds / 3_600, 2, out);
        out.append(':');
        padded(seconds / 60 % 60, 2, out);
        out.append(':');
        padded(seconds % 60, 2, out);
        long fraction = micros % MICROS_A_SECOND;
        if (fraction > 0) {
            out.append('.');
            padded(fraction, 6, out);
        }
    }

    private static void padded(long number, int digits, StringBuilder out) {
        String text = Long.toString(number);
        out.repeat('0', Math.max(0, digits - text.length())).append(text);
    }
}
