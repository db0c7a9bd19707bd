package io.verisim.synthesizer.generation;

import io.verisim.synthesizer.generation.ColumnMaker.Written;
import io.verisim.synthesizer.identity.TextLearner;
import io.verisim.text.OfflineTextSource;
import io.verisim.text.TextPrompt;
import io.verisim.text.TextStyle;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of the language as far as a twin's texts may need them: those written small in sentences that many rows
 * share, and those of the generator's own sentences. Whoever is called Price or Will does not silence them.
 */
final class Vocabulary {

    private static final int LONG_TEXT = 60;

    private Vocabulary() {}

    static Set<String> of(String table, List<ColumnMaker> makers) {
        Set<String> words = new HashSet<>();
        for (ColumnMaker maker : makers) {
            if (maker instanceof Written written) {
                words.addAll(TextLearner.dictionary(written.style()));
                words.addAll(ownWords(table, written.schema().name()));
            }
        }
        return words;
    }

    /** What the generator says when it has nothing to go by, told of nobody, often enough to have said it all. */
    private static Set<String> ownWords(String table, String column) {
        TextStyle style = new TextStyle(List.of(LONG_TEXT), List.of(), List.of());
        Map<String, String> nobody = Map.of(TextPrompt.PERSON, "", TextPrompt.OTHER_PERSON, "");
        TextPrompt prompt =
                new TextPrompt(table, column, style, 0, Collections.nCopies(OfflineTextSource.BATCH, nobody));
        Set<String> words = new HashSet<>();
        for (String text : new OfflineTextSource().write(prompt)) {
            words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
        }
        words.remove("");
        return words;
    }
}
