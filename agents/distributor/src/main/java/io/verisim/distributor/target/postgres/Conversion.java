package io.verisim.distributor.target.postgres;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.tabular.TimePattern;
import java.nio.CharBuffer;

/** Turns the text of a value, as its column spells it, into what a database column of some type reads. */
sealed interface Conversion {

    /**
     * Appends a value.
     *
     * @return false where the text is none of the type; then nothing was appended
     */
    boolean append(char[] chars, int offset, int length, CopyBuffer out);

    /** What fits a column of the dataset and a column of the database. */
    static Conversion between(ColumnSchema from, SqlType to) {
        return switch (to) {
            case BIGINT -> from.type() == ColumnType.INTEGER ? new WholeNumber() : new Verbatim();
            case NUMERIC, DOUBLE -> isNumber(from) ? new Number() : new Verbatim();
            case BOOLEAN -> from.type() == ColumnType.BOOLEAN ? Spelling.of(from) : new Verbatim();
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
                SqlType.timePattern(from)
                        .<Conversion>map(pattern -> new Moment(pattern, to))
                        .orElse(new Verbatim());
            case TEXT, OTHER -> new Verbatim();
        };
    }

    private static boolean isNumber(ColumnSchema column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    }

    /** As it is; the database judges. */
    record Verbatim() implements Conversion {
        @Override
        public boolean append(char[] chars, int offset, int length, CopyBuffer out) {
            out.text(chars, offset, length);
            return true;
        }
    }

    /** Digits of at most 64 bits. */
    record WholeNumber() implements Conversion {

        private static final int SURE_DIGITS = 18;

        @Override
        public boolean append(char[] chars, int offset, int length, CopyBuffer out) {
            int at = length > 0 && (chars[offset] == '-' || chars[offset] == '+') ? 1 : 0;
            if (at == length || (length - at > SURE_DIGITS && !fitsLong(chars, offset, length))) {
                return false;
            }
            for (; at < length; at++) {
                if (chars[offset + at] < '0' || chars[offset + at] > '9') {
                    return false;
                }
            }
            out.text(chars, offset, length);
            return true;
        }

        private static boolean fitsLong(char[] chars, int offset, int length) {
            try {
                Long.parseLong(new String(chars, offset, length));
                return true;
            } catch (NumberFormatException tooLarge) {
                return false;
            }
        }
    }

    /** Digits with at most one point and one exponent. */
    record Number() implements Conversion {
        @Override
        public boolean append(char[] chars, int offset, int length, CopyBuffer out) {
            int end = offset + length;
            int at = sign(chars, offset, end);
            int digits = digits(chars, at, end);
            at += digits;
            if (at < end && chars[at] == '.') {
                int fraction = digits(chars, at + 1, end);
                digits += fraction;
                at += 1 + fraction;
            }
            if (digits == 0) {
                return false;
            }
            if (at < end && (chars[at] == 'e' || chars[at] == 'E')) {
                int exponent = sign(chars, at + 1, end);
                int exponentDigits = digits(chars, exponent, end);
                if (exponentDigits == 0) {
                    return false;
                }
                at = exponent + exponentDigits;
            }
            if (at != end) {
                return false;
            }
            out.text(chars, offset, length);
            return true;
        }

        private static int sign(char[] chars, int at, int end) {
            return at < end && (chars[at] == '-' || chars[at] == '+') ? at + 1 : at;
        }

        private static int digits(char[] chars, int from, int end) {
            int at = from;
            while (at < end && chars[at] >= '0' && chars[at] <= '9') {
                at++;
            }
            return at - from;
        }
    }

    /**
     * The two spellings of a boolean column.
     *
     * @param yes the text that means true
     * @param no the text that means false
     */
    record Spelling(String yes, String no) implements Conversion {

        static Spelling of(ColumnSchema column) {
            String format = column.format() == null ? "true|false" : column.format();
            int bar = format.indexOf('|');
            return bar < 0
                    ? new Spelling("true", "false")
                    : new Spelling(format.substring(0, bar), format.substring(bar + 1));
        }

        @Override
        public boolean append(char[] chars, int offset, int length, CopyBuffer out) {
            if (equal(yes, chars, offset, length)) {
                out.plain("t");
            } else if (equal(no, chars, offset, length)) {
                out.plain("f");
            } else {
                return false;
            }
            return true;
        }

        private static boolean equal(String text, char[] chars, int offset, int length) {
            return text.length() == length && text.contentEquals(CharBuffer.wrap(chars, offset, length));
        }
    }

    /**
     * A date or time in the column's own format, written as ISO 8601.
     *
     * @param pattern how the dataset spells it
     * @param to what the database column holds
     */
    record Moment(TimePattern pattern, SqlType to) implements Conversion {
        @Override
        public boolean append(char[] chars, int offset, int length, CopyBuffer out) {
            long micros = pattern.parse(new String(chars, offset, length));
            if (micros == TimePattern.MISSING) {
                return false;
            }
            out.plain(IsoTime.format(micros, to));
            return true;
        }
    }
}
