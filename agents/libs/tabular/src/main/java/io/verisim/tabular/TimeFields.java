package io.verisim.tabular;

/**
 * The parts of one date and time while it is read or written. Proleptic Gregorian calendar; the day count is that of
 * H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (years begin in March, so that the leap day comes last).
 */
final class TimeFields {

    static final long MICROS_PER_SECOND = 1_000_000L;
    static final long SECONDS_PER_DAY = 86_400L;
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    int year = 1970;
    int month = 1;
    int day = 1;
    int hour;
    int minute;
    int second;
    int micro;
    int weekday;
    int offsetSeconds;
    private boolean clock12;
    private boolean afternoon;

    void hour12(int value) {
        clock12 = true;
        hour = value;
    }

    void afternoon(boolean value) {
        afternoon = value;
    }

    boolean isAfternoon() {
        return hour >= 12;
    }

    /** Whether the parts name a real moment: no thirteenth month, no 30 February, no wrong day of the week. */
    boolean isValid() {
        if (clock12 && (hour < 1 || hour > 12)) {
            return false;
        }
        boolean date = month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
        return date
                && hour <= 23
                && minute <= 59
                && second <= 59
                && (weekday == 0 || weekday == weekday(days(year, month, day)));
    }

    /** Microseconds since 1970-01-01T00:00Z. */
    long toMicros() {
        int hours = clock12 ? hour % 12 + (afternoon ? 12 : 0) : hour;
        long seconds = days(year, month, day) * SECONDS_PER_DAY + hours * 3600L + minute * 60L + second - offsetSeconds;
        return seconds * MICROS_PER_SECOND + micro;
    }

    static TimeFields of(long micros) {
        TimeFields fields = new TimeFields();
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        fields.micro = (int) Math.floorMod(micros, MICROS_PER_SECOND);
        long days = Math.floorDiv(seconds, SECONDS_PER_DAY);
        int rest = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
        fields.hour = rest / 3600;
        fields.minute = rest / 60 % 60;
        fields.second = rest % 60;
        fields.weekday = weekday(days);
        fields.date(days);
        return fields;
    }

    private void date(long days) {
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long fromMarch = (5 * dayOfYear + 2) / 153;
        day = (int) (dayOfYear - (153 * fromMarch + 2) / 5 + 1);
        month = (int) (fromMarch < 10 ? fromMarch + 3 : fromMarch - 9);
        year = (int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    }

    private static long days(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /** From 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
    private static int weekday(long days) {
        return (int) Math.floorMod(days + 3, 7L) + 1;
    }

    private static int length(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : LENGTHS[month - 1];
    }
}
