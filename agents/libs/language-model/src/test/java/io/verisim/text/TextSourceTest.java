package io.verisim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.text.TextStyle.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextSourceTest {

    private static final Map<String, String> CONTEXT =
            Map.of(TextPrompt.PERSON, "Ada Lovelace", TextPrompt.OTHER_PERSON, "Jo Brown");

    @Test
    void withoutSharedSentencesTheGrammarWritesAboutAsManyWordsAsTheColumnHas() {
        TextStyle style = new TextStyle(List.of(30, 30, 30), List.of(), List.of());
        List<String> texts = new OfflineTextSource().write(prompt(style, 1, 100));
        assertThat(texts).hasSize(100).allSatisfy(text -> {
            assertThat(text).doesNotContain("{").endsWith(".");
            assertThat(text.split(" ").length).isBetween(20, 45);
        });
        assertThat(new HashSet<>(texts)).hasSizeGreaterThan(90);
        assertThat(texts).anyMatch(text -> text.contains("Ada Lovelace"));
    }

    @Test
    void sharedSentencesComeInTheirSharesWithTheNamesOfTheContext() {
        TextStyle style = new TextStyle(
                List.of(4),
                List.of(List.of(new Phrase("{person} called.", 90), new Phrase("{other} wrote.", 10))),
                List.of(1));
        List<String> texts = new OfflineTextSource().write(prompt(style, 2, 100));
        assertThat(texts).allMatch(t -> t.equals("Ada Lovelace called.") || t.equals("Jo Brown wrote."));
        assertThat(texts.stream().filter(t -> t.startsWith("Ada")).count()).isBetween(75L, 99L);
    }

    @Test
    void theSamePromptHasTheSameAnswerAndAnotherSeedAnother() {
        TextStyle style = new TextStyle(List.of(10), List.of(), List.of());
        OfflineTextSource source = new OfflineTextSource();
        assertThat(source.write(prompt(style, 5, 20))).isEqualTo(source.write(prompt(style, 5, 20)));
        assertThat(source.write(prompt(style, 6, 20))).isNotEqualTo(source.write(prompt(style, 5, 20)));
    }

    @Test
    void theCacheForgetsThePromptUsedLongestAgo() {
        List<Long> asked = new ArrayList<>();
        TextSource counting = new TextSource() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public List<String> write(TextPrompt prompt) {
                asked.add(prompt.seed());
                return Collections.nCopies(prompt.contexts().size(), "text");
            }
        };
        TextSource cached = new CachingTextSource(counting, 2);
        TextStyle style = new TextStyle(List.of(), List.of(), List.of());
        for (long seed : new long[] {1, 2, 1, 3, 1, 2}) {
            cached.write(prompt(style, seed, 1));
        }
        assertThat(asked).containsExactly(1L, 2L, 3L, 2L);
        assertThat(cached.name()).isEqualTo("counting");
    }

    @Test
    void aPromptAsksForAtMostOneHundredValues() {
        TextStyle style = new TextStyle(List.of(), List.of(), List.of());
        assertThatThrownBy(() -> prompt(style, 1, 101)).hasMessageContaining("100");
    }

    private static TextPrompt prompt(TextStyle style, long seed, int values) {
        return new TextPrompt("customers", "notes", style, seed, Collections.nCopies(values, CONTEXT));
    }
}
