package io.verisim.synthesizer.pattern;

/** Kinds of places in a {@link Mask}. */
final class Alphabet {

    static final char FIXED = '=';
    static final char DIGIT = '9';
    static final char LEADING_DIGIT = '1';
    static final char UPPER = 'A';
    static final char LOWER = 'a';
    static final char HEX = 'h';
    static final char UPPER_HEX = 'H';
    static final char ANY = '*';

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Alphabet() {}

    /** The characters of a kind; empty for a fixed place. */
    static String of(char kind) {
        return switch (kind) {
            case DIGIT -> DIGITS;
            case LEADING_DIGIT -> "123456789";
            case UPPER -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            case LOWER -> LETTERS;
            case HEX -> "0123456789abcdef";
            case UPPER_HEX -> "0123456789ABCDEF";
            case ANY -> DIGITS + LETTERS;
            default -> "";
        };
    }

    static boolean isFixed(char kind) {
        return kind == FIXED;
    }

    /** The kind of a character by itself. */
    static char kindOf(char c) {
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        if (Character.isUpperCase(c)) {
            return UPPER;
        }
        return Character.isLetter(c) ? LOWER : FIXED;
    }
}
