package io.verisim.processor.classify.content;

import java.util.Collection;

/**
 * Tells names of people from other words by their letters, also names that no dictionary holds: naive Bayes on letter
 * trigrams. A word is padded at both ends; its score is the mean over its trigrams of log p(trigram | name) − log
 * p(trigram | other), in nats, with add-one smoothing over hashed trigrams. Positive speaks for a name, about zero for
 * either.
 */
final class LetterModel {

    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;
    private static final double SMOOTHING = 0.3;

    private final float[] scores = new float[BUCKETS];

    private LetterModel(int[] names, int[] others) {
        double namesTotal = total(names);
        double othersTotal = total(others);
        for (int i = 0; i < BUCKETS; i++) {
            scores[i] = (float)
                    (Math.log((names[i] + SMOOTHING) / namesTotal) - Math.log((others[i] + SMOOTHING) / othersTotal));
        }
    }

    /** Learns from folded words. */
    static LetterModel learn(Collection<Collection<String>> names, Collection<Collection<String>> others) {
        return new LetterModel(counted(names), counted(others));
    }

    /** Mean score of the trigrams of a folded word; 0 for an empty one. */
    double score(String word) {
        if (word.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i <= word.length(); i++) {
            sum += scores[bucket(word, i)];
        }
        return sum / (word.length() + 1);
    }

    private static int[] counted(Collection<Collection<String>> lists) {
        int[] counts = new int[BUCKETS];
        for (Collection<String> words : lists) {
            for (String word : words) {
                for (int i = 0; i <= word.length(); i++) {
                    counts[bucket(word, i)]++;
                }
            }
        }
        return counts;
    }

    /** The trigram whose middle letter is at {@code i − 1} and {@code i}; outside the word lies a blank. */
    private static int bucket(String word, int i) {
        int hash = at(word, i - 2) * 0x1f1f1f1f + at(word, i - 1);
        hash = hash * 0x01000193 + at(word, i);
        hash = (hash ^ (hash >>> 15)) * 0x85ebca6b;
        return (hash ^ (hash >>> 13)) & (BUCKETS - 1);
    }

    private static char at(String word, int i) {
        return i < 0 || i >= word.length() ? ' ' : word.charAt(i);
    }

    private static double total(int[] counts) {
        double total = SMOOTHING * BUCKETS;
        for (int count : counts) {
            total += count;
        }
        return total;
    }
}
