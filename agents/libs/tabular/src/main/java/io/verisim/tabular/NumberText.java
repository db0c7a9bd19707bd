package io.verisim.tabular;

/** Tells what kind of number a text is, if any. No locale, no grouping, no suffix letters, no hexadecimal. */
final class NumberText {

    enum Kind {
        NONE,
        /** Whole, within 64 bits. */
        WHOLE,
        /** Whole digits beyond 64 bits: as a double it would lose some. */
        HUGE,
        /** Digits beginning with a superfluous zero, as codes have. */
        PADDED,
        /** With a decimal point. */
        FRACTION,
        /** With an exponent. */
        EXPONENT
    }

    private NumberText() {}

    static Kind kind(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int wholeEnd = digits(text, at);
        int whole = wholeEnd - at;
        boolean padded = whole > 1 && text.charAt(at) == '0';
        if (wholeEnd == text.length()) {
            return whole == 0 ? Kind.NONE : padded ? Kind.PADDED : whole(text, whole);
        }
        int end = wholeEnd;
        int decimals = 0;
        if (text.charAt(end) == '.') {
            end = digits(text, end + 1);
            decimals = end - wholeEnd - 1;
        }
        if (whole + decimals == 0) {
            return Kind.NONE;
        }
        if (end == text.length()) {
            return padded ? Kind.PADDED : Kind.FRACTION;
        }
        return isExponent(text, end) ? Kind.EXPONENT : Kind.NONE;
    }

    /** Digits after the decimal point of a number of kind {@link Kind#FRACTION}; 0 without a point. */
    static int decimals(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    /** The number as {@link Double#parseDouble} reads it, or NaN. Spaces around it do not count. */
    static double parse(String text) {
        String trimmed = text.strip();
        return kind(trimmed) == Kind.NONE ? Double.NaN : Double.parseDouble(trimmed);
    }

    private static Kind whole(String text, int digits) {
        if (digits <= 18) {
            return Kind.WHOLE;
        }
        try {
            Long.parseLong(text);
            return Kind.WHOLE;
        } catch (NumberFormatException e) {
            return Kind.HUGE;
        }
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int from = at + 1;
        if (from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+')) {
            from++;
        }
        int end = digits(text, from);
        return end > from && end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
