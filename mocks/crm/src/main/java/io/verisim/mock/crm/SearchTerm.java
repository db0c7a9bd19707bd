package io.verisim.mock.crm;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a person searches for. Search finds it anywhere in text columns, whatever the case, and as a whole number or
 * decimal in number columns.
 *
 * @param typed as it was typed, for display
 * @param text as it is looked for
 */
record SearchTerm(String typed, String text) {

    private static final int MAX_LENGTH = 200;
    private static final int MAX_NUMBER_LENGTH = 40;

    static final SearchTerm NONE = new SearchTerm("", "");

    /**
     * Blanks around the term do not count.
     *
     * @param deliberateDefect leaves blanks at the end in place, so that a term that was copied with a blank behind it
     *     finds nothing: the one deliberate defect of the CRM, which a scenario of the demos finds
     */
    static SearchTerm of(String typed, boolean deliberateDefect) {
        String shortened = typed.length() > MAX_LENGTH ? typed.substring(0, MAX_LENGTH) : typed;
        if (shortened.isBlank()) {
            return NONE;
        }
        return new SearchTerm(shortened, deliberateDefect ? shortened.stripLeading() : shortened.strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The number that the term spells, if it does. */
    Optional<BigDecimal> number() {
        if (text.length() > MAX_NUMBER_LENGTH || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
