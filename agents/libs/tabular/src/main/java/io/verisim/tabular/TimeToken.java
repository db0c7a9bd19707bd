package io.verisim.tabular;

import java.util.List;
import java.util.Locale;

/** One piece of a {@link TimePattern}. */
sealed interface TimeToken {

    /** Takes what belongs to this piece; gives the position after it, or -1 where the text does not fit. */
    int parse(String text, int at, TimeFields fields);

    void format(TextBytes out, TimeFields fields);

    /** What a number stands for. */
    enum Part {
        YEAR,
        YEAR_OF_CENTURY,
        MONTH,
        DAY,
        HOUR,
        HOUR_12,
        MINUTE,
        SECOND
    }

    /** A number of {@code min} to {@code max} digits, padded with zeros to {@code min}. */
    record Digits(Part part, int min, int max) implements TimeToken {

        @Override
        public int parse(String text, int at, TimeFields fields) {
            int value = 0;
            int end = at;
            while (end < text.length() && end - at < max && isDigit(text.charAt(end))) {
                value = 10 * value + text.charAt(end++) - '0';
            }
            if (end - at < min) {
                return -1;
            }
            set(fields, value);
            return end;
        }

        private void set(TimeFields fields, int value) {
            switch (part) {
                case YEAR -> fields.year = value;
                case YEAR_OF_CENTURY -> fields.year = 2000 + value;
                case MONTH -> fields.month = value;
                case DAY -> fields.day = value;
                case HOUR -> fields.hour = value;
                case HOUR_12 -> fields.hour12(value);
                case MINUTE -> fields.minute = value;
                case SECOND -> fields.second = value;
            }
        }

        @Override
        public void format(TextBytes out, TimeFields fields) {
            int value = switch (part) {
                case YEAR -> fields.year;
                case YEAR_OF_CENTURY -> Math.floorMod(fields.year, 100);
                case MONTH -> fields.month;
                case DAY -> fields.day;
                case HOUR -> fields.hour;
                case HOUR_12 -> fields.hour % 12 == 0 ? 12 : fields.hour % 12;
                case MINUTE -> fields.minute;
                case SECOND -> fields.second;
            };
            if (value < 0) {
                out.text(padded(value, min));
            } else {
                out.digits(value, min);
            }
        }
    }

    /** Digits after the decimal point; beyond microseconds they are read over and written as zeros. */
    record Fraction(int width) implements TimeToken {

        @Override
        public int parse(String text, int at, TimeFields fields) {
            if (at + width > text.length()) {
                return -1;
            }
            int micro = 0;
            for (int i = 0; i < Math.max(width, 6); i++) {
                char c = i < width ? text.charAt(at + i) : '0';
                if (!isDigit(c)) {
                    return -1;
                }
                micro = i < 6 ? 10 * micro + c - '0' : micro;
            }
            fields.micro = micro;
            return at + width;
        }

        @Override
        public void format(TextBytes out, TimeFields fields) {
            int shown = Math.min(width, 6);
            int micro = fields.micro;
            for (int i = shown; i < 6; i++) {
                micro /= 10;
            }
            out.digits(micro, shown);
            for (int i = shown; i < width; i++) {
                out.ascii('0');
            }
        }
    }

    /** The name of a month or a day of the week in English, in any case; written as in the list. */
    record Name(boolean ofMonth, List<String> names) implements TimeToken {

        static final List<String> MONTHS = List.of(
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December");
        static final List<String> DAYS =
                List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

        static Name of(boolean ofMonth, boolean full) {
            List<String> names = ofMonth ? MONTHS : DAYS;
            return new Name(
                    ofMonth,
                    full ? names : names.stream().map(n -> n.substring(0, 3)).toList());
        }

        @Override
        public int parse(String text, int at, TimeFields fields) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (text.regionMatches(true, at, name, 0, name.length())) {
                    if (ofMonth) {
                        fields.month = i + 1;
                    } else {
                        fields.weekday = i + 1;
                    }
                    return at + name.length();
                }
            }
            return -1;
        }

        @Override
        public void format(TextBytes out, TimeFields fields) {
            out.text(names.get((ofMonth ? fields.month : fields.weekday) - 1));
        }
    }

    /** AM or PM, read in any case. */
    record HalfDay() implements TimeToken {

        @Override
        public int parse(String text, int at, TimeFields fields) {
            if (at + 2 > text.length()) {
                return -1;
            }
            String half = text.substring(at, at + 2).toUpperCase(Locale.ROOT);
            fields.afternoon(half.equals("PM"));
            return half.equals("AM") || half.equals("PM") ? at + 2 : -1;
        }

        @Override
        public void format(TextBytes out, TimeFields fields) {
            out.text(fields.isAfternoon() ? "PM" : "AM");
        }
    }

    /** An offset from UTC; moments are written in UTC. */
    record Offset(boolean colon, boolean minutes, boolean zulu) implements TimeToken {

        @Override
        public int parse(String text, int at, TimeFields fields) {
            if (zulu && at < text.length() && text.charAt(at) == 'Z') {
                return at + 1;
            }
            int minutesAt = at + (colon ? 4 : 3);
            int end = minutes ? minutesAt + 2 : at + 3;
            if (end > text.length() || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
                return -1;
            }
            int hours = two(text, at + 1);
            int rest = minutes ? two(text, minutesAt) : 0;
            if (hours < 0 || hours > 18 || rest < 0 || rest > 59 || (minutes && colon && text.charAt(at + 3) != ':')) {
                return -1;
            }
            int seconds = hours * 3600 + rest * 60;
            fields.offsetSeconds = text.charAt(at) == '-' ? -seconds : seconds;
            return end;
        }

        private static int two(String text, int at) {
            char tens = text.charAt(at);
            char ones = text.charAt(at + 1);
            return isDigit(tens) && isDigit(ones) ? 10 * (tens - '0') + ones - '0' : -1;
        }

        @Override
        public void format(TextBytes out, TimeFields fields) {
            out.text(zulu ? "Z" : !minutes ? "+00" : colon ? "+00:00" : "+0000");
        }
    }

    /** Text that stands as it is. */
    record Literal(String text) implements TimeToken {

        @Override
        public int parse(String input, int at, TimeFields fields) {
            return input.startsWith(text, at) ? at + text.length() : -1;
        }

        @Override
        public void format(TextBytes out, TimeFields fields) {
            out.text(text);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A year before the first. */
    private static String padded(int value, int width) {
        String digits = Integer.toString(value);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
