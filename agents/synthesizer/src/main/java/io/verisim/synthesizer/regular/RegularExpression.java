package io.verisim.synthesizer.regular;

/**
 * A regular expression that a whole value matches. No look-around and no references back, so that matching takes one
 * step a character whatever the pattern. Immutable.
 */
public final class RegularExpression {

    private final String pattern;
    private final Automaton automaton;

    private RegularExpression(String pattern, Automaton automaton) {
        this.pattern = pattern;
        this.automaton = automaton;
    }

    /**
     * Reads a pattern.
     *
     * @throws io.verisim.model.error.VerisimException CONFIGURATION with the place where it is none, or is too large
     */
    public static RegularExpression of(String pattern) {
        return new RegularExpression(pattern, Automaton.of(new RegularParser(pattern).parse(), pattern));
    }

    public boolean matches(String value) {
        return automaton.accepts(value);
    }

    /** Whether some value matches both. */
    public boolean meets(RegularExpression other) {
        return automaton.meets(other.automaton);
    }

    /** The values that match, to be counted and drawn from. */
    public RegularStrings strings() {
        return new RegularStrings(automaton, pattern);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
