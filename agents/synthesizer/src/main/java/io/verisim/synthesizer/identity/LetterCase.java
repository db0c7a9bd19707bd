package io.verisim.synthesizer.identity;

import java.util.Locale;

/** How a text is written. */
enum LetterCase {
    AS_IS,
    UPPER,
    LOWER;

    static LetterCase of(String text) {
        boolean upper = text.chars().anyMatch(Character::isUpperCase);
        boolean lower = text.chars().anyMatch(Character::isLowerCase);
        if (upper && !lower && text.length() > 1) {
            return UPPER;
        }
        return lower && !upper ? LOWER : AS_IS;
    }

    String apply(String text) {
        return switch (this) {
            case AS_IS -> text;
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
        };
    }
}
