package io.verisim.synthesizer.leakage;

import io.verisim.numerics.Interruption;
import io.verisim.tabular.TextColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of names that fewer than {@link ValueGuard#COMMON} rows of one column have, all spellings together or one of
 * them.
 *
 * @param words single words, and names of several parts written as one
 * @param phrases names of several words, in alphabetical order
 */
record RareNames(Set<String> words, Set<String> phrases) {

    private static final int SHORTEST = 2;

    /** Parts that many names share; alone, and with each other, they name nobody. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "da", "das", "de", "del", "dem", "den", "der", "des", "di", "do", "dos", "dr", "du", "el", "het",
            "la", "las", "le", "los", "mc", "mr", "mrs", "ms", "op", "prof", "te", "ten", "ter", "van", "vom", "von",
            "zu", "zum", "zur");

    /** The rare names of a column of names. */
    static RareNames of(TextColumn column) {
        Map<String, Integer> words = new HashMap<>();
        Map<String, Integer> phrases = new HashMap<>();
        Set<String> rareWords = new HashSet<>();
        Set<String> rarePhrases = new HashSet<>();
        int[] counts = column.counts();
        for (int code = 0; code < counts.length; code++) {
            Interruption.checkAt(code);
            String value = column.dictionary().get(code);
            List<String> parts = NormalForm.nameWords(value);
            boolean rare = counts[code] < ValueGuard.COMMON;
            for (String word : wordsOf(value, parts)) {
                words.merge(word, counts[code], Integer::sum);
                if (rare && parts.size() == 1) {
                    rareWords.add(word);
                }
            }
            if (parts.stream().filter(RareNames::names).count() > 1) {
                String phrase = NormalForm.sorted(parts);
                phrases.merge(phrase, counts[code], Integer::sum);
                if (rare) {
                    rarePhrases.add(phrase);
                }
            }
        }
        addRare(words, rareWords);
        addRare(phrases, rarePhrases);
        return new RareNames(rareWords, rarePhrases);
    }

    /** Each word of a value once; words with a hyphen, apostrophe or particle also as if written in one. */
    private static Set<String> wordsOf(String value, List<String> parts) {
        Set<String> words = new HashSet<>(parts);
        for (String part : value.strip().split("[\\s,;]+")) {
            words.add(String.join("", NormalForm.nameWords(part)));
        }
        if (parts.stream().filter(RareNames::names).count() == 1) {
            words.add(String.join("", parts));
        }
        words.removeIf(word -> !names(word));
        return words;
    }

    private static boolean names(String word) {
        return word.length() >= SHORTEST && !PARTICLES.contains(word);
    }

    private static void addRare(Map<String, Integer> counts, Set<String> rare) {
        counts.forEach((key, count) -> {
            if (count < ValueGuard.COMMON) {
                rare.add(key);
            }
        });
    }

    /** The rare words of a column of text that begin with a capital wherever they stand. */
    static Set<String> inside(TextColumn column) {
        Map<String, Integer> capitals = new HashMap<>();
        Set<String> small = new HashSet<>();
        int[] counts = column.counts();
        for (int code = 0; code < counts.length; code++) {
            Interruption.checkAt(code);
            Set<String> ofText = new HashSet<>();
            for (String token : column.dictionary().get(code).split("[^\\p{L}\\p{M}\\p{N}]+")) {
                if (!token.isEmpty() && Character.isLetter(token.charAt(0))) {
                    String word = NormalForm.nameWord(NormalForm.plain(token));
                    (Character.isUpperCase(token.charAt(0)) ? ofText : small).add(word);
                }
            }
            for (String word : ofText) {
                capitals.merge(word, counts[code], Integer::sum);
            }
        }
        Set<String> rare = new HashSet<>();
        addRare(capitals, rare);
        rare.removeAll(small);
        rare.removeIf(word -> !names(word));
        return rare;
    }

    /** What a person of these words may be called: by all of them, or by the first or last with one other. */
    static Set<String> together(List<String> words, int longest) {
        Set<String> names = new HashSet<>();
        if (words.size() < 2 || words.size() > longest) {
            return names;
        }
        names.add(NormalForm.sorted(words));
        List<String> parts = words.stream().filter(RareNames::names).toList();
        for (int i = 1; i < parts.size(); i++) {
            names.add(NormalForm.sorted(List.of(parts.getFirst(), parts.get(i))));
            names.add(NormalForm.sorted(List.of(parts.get(i - 1), parts.getLast())));
        }
        return names;
    }
}
