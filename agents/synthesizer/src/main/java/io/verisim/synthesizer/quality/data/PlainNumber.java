package io.verisim.synthesizer.quality.data;

/**
 * Reads the numbers that most tables are full of, such as {@code -1234.50}, without the general reader. Up to fifteen digits
 * are a whole number that a double holds, and so is the power of ten that the point stands for: their quotient is rounded
 * once, as {@link Double#parseDouble} rounds.
 */
public final class PlainNumber {

    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private PlainNumber() {}

    /** The number; NaN where the text is none, or not this plain. */
    public static double read(String text) {
        boolean negative = !text.isEmpty() && text.charAt(0) == '-';
        int from = negative ? 1 : 0;
        if (text.length() == from || text.length() > from + MOST_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (count == 0 || count > MOST_DIGITS) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / POWERS[text.length() - 1 - point];
        return negative ? -value : value;
    }
}
