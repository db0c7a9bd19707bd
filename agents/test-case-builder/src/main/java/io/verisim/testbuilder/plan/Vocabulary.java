package io.verisim.testbuilder.plan;

import io.verisim.testbuilder.scenario.LineNotUnderstood;
import io.verisim.testbuilder.scenario.ScenarioStep;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** All phrases that scenarios may use. */
public final class Vocabulary {

    private static final List<Phrase> PHRASES = Stream.of(
                    SignInPhrases.all(), ListPhrases.all(), SearchPhrases.all(), RecordPhrases.all(), EditPhrases.all())
            .flatMap(List::stream)
            .toList();

    private Vocabulary() {}

    /** How the phrases are written, for people. */
    public static List<String> forms() {
        return PHRASES.stream().map(Phrase::form).toList();
    }

    static Understood understand(ScenarioStep step) throws LineNotUnderstood {
        for (Phrase phrase : PHRASES) {
            Matcher matcher = phrase.pattern().matcher(step.phrase());
            if (matcher.matches()) {
                return new Understood(step, phrase, matcher.toMatchResult());
            }
        }
        throw new LineNotUnderstood(
                "Line " + step.line().number() + " is not understood: \""
                        + step.line().text() + "\".",
                step.line());
    }

    /**
     * A line that was understood.
     *
     * @param step the line
     * @param phrase the phrase it uses
     * @param match the words that fill the phrase
     */
    record Understood(ScenarioStep step, Phrase phrase, MatchResult match) {

        void apply(PlanDraft draft) {
            draft.at(step.line());
            phrase.action().apply(draft, match);
        }
    }
}
