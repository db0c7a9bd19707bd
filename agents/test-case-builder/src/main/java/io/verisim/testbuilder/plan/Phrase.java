package io.verisim.testbuilder.plan;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A phrase that scenarios may use.
 *
 * @param form how it is written, for people: {@code <…>} stands for a word, {@code "…"} for text in quotes, brackets for
 *     what may be left out
 * @param pattern what the whole phrase must match
 * @param changesData whether it changes data of the system under test
 * @param action what it adds to the plan
 */
record Phrase(String form, Pattern pattern, boolean changesData, Action action) {

    /** A word for a record, such as customer. */
    static final String NOUN = "([a-z]+)";

    /** Its or the customer's. */
    static final String OWNER = "(?:(its)|the ([a-z]+)[’']s)";

    static final String QUOTED = "[\"“”]([^\"“”]+)[\"“”]";

    static Phrase of(String form, String regex, Action action) {
        return new Phrase(form, compile(regex), false, action);
    }

    static Phrase changing(String form, String regex, Action action) {
        return new Phrase(form, compile(regex), true, action);
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** The name of the row that an {@link #OWNER} means, whose first group is the given one. */
    static String owner(MatchResult match, int group) {
        return match.group(group) != null ? "it" : match.group(group + 1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Adds the steps of a phrase to the plan. */
    interface Action {
        void apply(PlanDraft draft, MatchResult match);
    }
}
