package io.verisim.processor.classify.name;

import io.verisim.model.sensitivity.SensitivityType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The phrases that columns are called by. */
final class Vocabulary {

    /** A phrase found in a column's name: what it means, and where it stands among the tokens. */
    record Match(Phrase phrase, int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** A phrase of the vocabulary. */
    record Phrase(String text, SensitivityType type, double score) {}

    private static final int LONGEST = 4;
    private static final int SHORTEST_PART = 5;

    private final Map<String, Phrase> phrases = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/verisim/classify/column-names.txt")) {
            if (in == null) {
                throw new IllegalStateException("The vocabulary of column names is not in this jar");
            }
            Vocabulary vocabulary = new Vocabulary();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(vocabulary::addLine);
            return vocabulary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addLine(String line) {
        String[] parts = line.split(" ", 3);
        SensitivityType type = SensitivityType.of(parts[0]);
        double score = Double.parseDouble(parts[1]);
        for (String text : parts[2].split(";")) {
            String phrase = text.strip();
            phrases.putIfAbsent(phrase.replace(" ", ""), new Phrase(phrase, type, score));
        }
    }

    /**
     * The phrase that says most: the longest, of equally long ones the last, since names of columns end in what they are
     * about. A phrase may also be written in one word, or end a longer word.
     */
    Optional<Match> best(List<String> tokens) {
        for (int length = Math.min(LONGEST, tokens.size()); length >= 1; length--) {
            for (int start = tokens.size() - length; start >= 0; start--) {
                Phrase found = phrases.get(String.join("", tokens.subList(start, start + length)));
                if (found != null) {
                    return Optional.of(new Match(found, start, start + length));
                }
            }
        }
        return endOfWord(tokens);
    }

    private Optional<Match> endOfWord(List<String> tokens) {
        for (int at = tokens.size() - 1; at >= 0; at--) {
            String token = tokens.get(at);
            for (int from = 1; from + SHORTEST_PART <= token.length(); from++) {
                Phrase found = phrases.get(token.substring(from));
                if (found != null && found.score() > 0.8) {
                    Phrase weaker = new Phrase(found.text(), found.type(), 0.8 * found.score());
                    return Optional.of(new Match(weaker, at, at + 1));
                }
            }
        }
        return Optional.empty();
    }
}
