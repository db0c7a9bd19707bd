package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import java.util.List;
import java.util.Set;

/**
 * Names of people. Four shares are weighed by a logistic formula: values with a word out of the dictionaries of names,
 * the letter model's mean over all words, words that are common words, values that are places. So names that no
 * dictionary holds are found by their letters, and words of daily life that are also names do not mislead.
 */
final class NameEvidence implements Evidence {

    private static final double MOST = 0.96;
    private static final int FEW = 20;
    private static final char LAST_LATIN = '\u024f';
    private static final double OTHER_SCRIPT = -0.6;
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "het", "ter", "ten", "te", "di", "da", "del", "della", "dos", "das", "du",
            "la", "le", "el", "al", "bin", "ibn", "ben", "mac", "st", "zu", "af", "av", "jr", "sr", "dr", "mr", "mrs",
            "ms", "prof");

    private final Lexicon lexicon;
    private final LetterModel letters;

    NameEvidence(Lexicon lexicon, LetterModel letters) {
        this.lexicon = lexicon;
        this.letters = letters;
    }

    @Override
    public List<Vote> votes(ColumnView column) {
        if (column.share(NameEvidence::couldBeName) < 0.85 || averageLength(column) < 2.5 && !isIdeographic(column)) {
            return List.of();
        }
        Tally tally = new Tally();
        column.sample().forEach(tally::add);
        if (tally.words == 0 || tally.values == 0 || tally.wordsPerValue() > 4.5) {
            return List.of();
        }
        boolean unknown = tally.known() < 0.5;
        if (column.distinct() < FEW && unknown || column.distinct() < 2 && column.rows() > 1) {
            return List.of();
        }
        double score = MOST * logistic(tally.evidence()) * (isCategory(column, tally) ? 0.5 : 1);
        return score < 0.1 ? List.of() : List.of(Evidence.vote(SensitivityType.NAME, score, explanation(tally)));
    }

    /** A few words in many rows name kinds of things rather than people; a given and a family name name a person. */
    private static boolean isCategory(ColumnView column, Tally tally) {
        int repeated = column.present() / column.distinct();
        return column.distinct() < FEW && (repeated > 20 || repeated > 5 && tally.wordsPerValue() < 1.8);
    }

    private static String explanation(Tally tally) {
        return tally.known() >= 0.3
                ? Evidence.percent(tally.known()) + " of the values hold a known given or family name"
                : "the words are spelt as names are and are no common words";
    }

    private static boolean couldBeName(String value) {
        boolean letter = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isLetter(c)) {
                letter = true;
            } else if (Character.isDigit(c) || "@/\\<>=+*%$#_|;:()[]{}&".indexOf(c) >= 0) {
                return false;
            }
        }
        return letter && value.length() <= 60;
    }

    private static double averageLength(ColumnView column) {
        return column.sample().stream().mapToInt(String::length).average().orElse(0);
    }

    private static boolean isIdeographic(ColumnView column) {
        return column.share(value -> value.codePoints().anyMatch(Character::isIdeographic)) > 0.5;
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private final class Tally {

        private int values;
        private int knownValues;
        private int places;
        private int words;
        private int common;
        private double letterSum;

        void add(String value) {
            List<String> parts = Fold.words(value);
            if (parts.isEmpty()) {
                return;
            }
            values++;
            boolean known = false;
            for (String word : parts) {
                if (PARTICLES.contains(word) || word.length() == 1 && word.charAt(0) < 0x2e80) {
                    continue;
                }
                words++;
                common += lexicon.words().contains(word) ? 1 : 0;
                letterSum += spelling(word);
                known |= lexicon.isName(word);
            }
            knownValues += known ? 1 : 0;
            places += !known && lexicon.isPlace(Fold.of(value)) ? 1 : 0;
        }

        /** Bounded, so that a few odd words do not decide; outside the Latin script only the dictionaries tell. */
        private double spelling(String word) {
            return word.charAt(0) > LAST_LATIN ? OTHER_SCRIPT : Math.clamp(letters.score(word), -1.5, 1);
        }

        double known() {
            return (double) knownValues / values;
        }

        double wordsPerValue() {
            return (double) words / values;
        }

        double evidence() {
            double spelling = letterSum / words;
            double commonShare = (double) common / words;
            double placeShare = (double) places / values;
            return 2.7 + 6 * known() + 4 * spelling - 6 * commonShare - 7 * placeShare;
        }
    }
}
