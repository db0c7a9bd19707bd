package io.verisim.text;

import io.verisim.numerics.RandomStreams;
import io.verisim.text.TextStyle.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Writes text without any service: sentences that many records share where the style has them, else a small grammar of
 * the business kind that the column's name speaks of. Names in it are those of the contexts.
 */
public final class OfflineTextSource implements TextSource {

    private static final int MOST_SENTENCES = 40;

    @Override
    public String name() {
        return "offline";
    }

    @Override
    public List<String> write(TextPrompt prompt) {
        Grammar grammar = Grammar.of(prompt.table() + " " + prompt.column());
        RandomStreams streams = RandomStreams.of(prompt.seed());
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < prompt.contexts().size(); i++) {
            RandomGenerator random = streams.with(i).generator();
            TextStyle style = prompt.style();
            String text = style.sentences().isEmpty() ? free(style, grammar, random) : shared(style, random);
            answers.add(fill(text, prompt.contexts().get(i)));
        }
        return answers;
    }

    /** As many sentences as texts of the column have, each from those at its position. */
    private static String shared(TextStyle style, RandomGenerator random) {
        int count = 1 + draw(style.lengths(), random);
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < count; s++) {
            List<Phrase> phrases =
                    style.sentences().get(Math.min(s, style.sentences().size() - 1));
            if (!phrases.isEmpty()) {
                int chosen = draw(phrases.stream().map(Phrase::count).toList(), random);
                text.append(text.isEmpty() ? "" : " ")
                        .append(phrases.get(chosen).text());
            }
        }
        return text.toString();
    }

    /** Sentences of the grammar until there are about as many words as texts of the column have. */
    private static String free(TextStyle style, Grammar grammar, RandomGenerator random) {
        int words = style.words().isEmpty()
                ? 8
                : style.words().get(random.nextInt(style.words().size()));
        StringBuilder text = new StringBuilder(grammar.opening(random));
        int last = -1;
        for (int s = 0; s < MOST_SENTENCES && count(text) < words - 2; s++) {
            int next = grammar.anotherIndex(random, last);
            text.append(' ').append(grammar.continuation(next, random));
            last = next;
        }
        return text.toString();
    }

    private static int count(CharSequence text) {
        int words = 1;
        for (int i = 0; i < text.length(); i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    private static int draw(List<Integer> weights, RandomGenerator random) {
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        long draw = total == 0 ? 0 : random.nextLong(total);
        for (int i = 0; i < weights.size(); i++) {
            draw -= weights.get(i);
            if (draw < 0) {
                return i;
            }
        }
        return 0;
    }

    private static String fill(String text, Map<String, String> context) {
        return text.replace("{person}", context.getOrDefault(TextPrompt.PERSON, "the customer"))
                .replace("{other}", context.getOrDefault(TextPrompt.OTHER_PERSON, "a colleague"));
    }
}
