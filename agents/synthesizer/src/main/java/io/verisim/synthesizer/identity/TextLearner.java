package io.verisim.synthesizer.identity;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.tabular.TextColumn;
import io.verisim.text.TextStyle;
import io.verisim.text.TextStyle.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Learns the style of a text column. Only sentences that stand in at least {@link ValueGuard#COMMON} rows are learned,
 * after the row's own names gave way to {@code {person}} and other names to {@code {other}}; sentences with digits or
 * addresses never are. So nothing that is said of few people is remembered.
 */
public final class TextLearner {

    private static final int QUANTILES = 20;
    private static final int MOST_SENTENCES = 12;
    private static final int MOST_PHRASES = 400;
    private static final int MOST_TEXTS = 200_000;
    private static final int OF_THE_LANGUAGE = 25;
    private static final double ENOUGH = 0.3;

    private static final String PERSON = "{person}";
    private static final String OTHER = "{other}";
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern NAMES_INSIDE = Pattern.compile(
            "(?<=\\p{Ll} )\\p{Lu}\\p{L}+(?:[ -](?:(?:van|von|der|den|de|ter|ten|di|da|el|al|te|het|'t|op) )*\\p{Lu}[\\p{L}'’-]+)*");

    private TextLearner() {}

    /**
     * Learns a column.
     *
     * @param namesOf the names of a row's person as they may stand in its text, the longest first
     */
    public static TextStyle learn(TextColumn column, IntFunction<List<String>> namesOf) {
        List<Integer> words = new ArrayList<>();
        List<Map<String, Integer>> byPosition = new ArrayList<>();
        Map<Integer, Integer> lengths = new LinkedHashMap<>();
        int sentences = 0;
        for (int row = 0; row < Math.min(MOST_TEXTS, column.rows()); row++) {
            Interruption.checkAt(row);
            String text = column.value(row);
            if (text == null || text.isBlank()) {
                continue;
            }
            words.add(text.strip().split("\\s+").length);
            String[] parts = SENTENCE_END.split(text.strip(), MOST_SENTENCES);
            lengths.merge(parts.length, 1, Integer::sum);
            for (int p = 0; p < parts.length; p++) {
                sentences++;
                if (byPosition.size() <= p) {
                    byPosition.add(new LinkedHashMap<>());
                }
                String template = template(parts[p], namesOf.apply(row));
                if (template != null) {
                    byPosition.get(p).merge(template, 1, Integer::sum);
                }
            }
        }
        return style(words, byPosition, lengths, sentences);
    }

    private static @Nullable String template(String sentence, List<String> names) {
        String template = sentence;
        for (String name : names) {
            template = template.replace(name, PERSON);
        }
        template = NAMES_INSIDE.matcher(template).replaceAll(OTHER);
        boolean safe = template.chars().noneMatch(c -> Character.isDigit(c) || c == '@');
        return safe ? template : null;
    }

    private static TextStyle style(
            List<Integer> words, List<Map<String, Integer>> byPosition, Map<Integer, Integer> lengths, int sentences) {
        List<List<Phrase>> phrases = new ArrayList<>();
        long covered = 0;
        for (Map<String, Integer> counts : byPosition) {
            List<Phrase> common = counts.entrySet().stream()
                    .filter(e -> e.getValue() >= ValueGuard.COMMON)
                    .map(e -> new Phrase(e.getKey(), e.getValue()))
                    .limit(MOST_PHRASES)
                    .toList();
            covered += common.stream().mapToLong(Phrase::count).sum();
            phrases.add(common);
        }
        boolean enough = covered >= ENOUGH * sentences
                && !phrases.isEmpty()
                && !phrases.getFirst().isEmpty();
        List<Integer> byLength = new ArrayList<>();
        for (int length = 1; length <= byPosition.size(); length++) {
            byLength.add(lengths.getOrDefault(length, 0));
        }
        return new TextStyle(quantiles(words), enough ? phrases : List.of(), byLength);
    }

    private static List<Integer> quantiles(List<Integer> words) {
        List<Integer> sorted = words.stream().sorted().toList();
        List<Integer> quantiles = new ArrayList<>();
        for (int q = 0; q <= QUANTILES && !sorted.isEmpty(); q++) {
            quantiles.add(sorted.get((int) ((long) q * (sorted.size() - 1) / QUANTILES)));
        }
        return quantiles;
    }

    /**
     * Words that stand in lower case in common sentences of {@value #OF_THE_LANGUAGE} rows or more: words of the language,
     * not names that somebody typed carelessly.
     */
    public static Set<String> dictionary(TextStyle style) {
        Map<String, Integer> rows = new HashMap<>();
        for (Phrase phrase : style.sentences().stream().flatMap(List::stream).toList()) {
            for (String word :
                    new HashSet<>(List.of(withoutPlaces(phrase.text()).split("[^\\p{L}]+")))) {
                if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
                    rows.merge(word.toLowerCase(Locale.ROOT), phrase.count(), Integer::sum);
                }
            }
        }
        rows.values().removeIf(count -> count < OF_THE_LANGUAGE);
        return rows.keySet();
    }

    /** A learned sentence without the places where names go. */
    public static String withoutPlaces(String sentence) {
        return sentence.replace(PERSON, "").replace(OTHER, "");
    }
}
