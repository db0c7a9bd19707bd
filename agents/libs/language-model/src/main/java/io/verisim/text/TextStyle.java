package io.verisim.text;

import java.util.List;

/**
 * How the texts of a column are.
 *
 * @param words number of words in a text, as evenly spaced quantiles
 * @param sentences sentences that many records share, by position in the text, with {@code {person}} where the record's
 *     person is named and {@code {other}} where somebody else is; empty where there are none
 * @param lengths how many texts have 1, 2, 3… sentences
 */
public record TextStyle(List<Integer> words, List<List<Phrase>> sentences, List<Integer> lengths) {

    public TextStyle {
        words = List.copyOf(words);
        sentences = sentences.stream().map(List::copyOf).toList();
        lengths = List.copyOf(lengths);
    }

    /**
     * A sentence.
     *
     * @param text the sentence with its placeholders
     * @param count how many records have it
     */
    public record Phrase(String text, int count) {}
}
