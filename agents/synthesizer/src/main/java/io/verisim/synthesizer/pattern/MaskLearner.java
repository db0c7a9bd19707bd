package io.verisim.synthesizer.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the masks of a column. Values of one mask share kinds of characters place by place; a place where all values of
 * a frequent mask agree is fixed. Where that makes too many masks, letters and digits count as one kind.
 */
final class MaskLearner {

    private static final int MOST_MASKS = 40;
    private static final int FREQUENT = 20;
    private static final double COVERED = 0.6;
    private static final int LONGEST = 256;

    /** A mask and how many values have it. */
    record Counted(Mask mask, int count) {}

    private final SensitivityType type;
    private final boolean mixed;
    private final boolean upperHex;
    private final boolean lowerHex;
    private final boolean zeroFirst;

    private MaskLearner(SensitivityType type, boolean mixed, List<String> values) {
        this.type = type;
        this.mixed = mixed;
        lowerHex =
                values.stream().allMatch(v -> v.chars().noneMatch(c -> Character.isLetter(c) && (c < 'a' || c > 'f')));
        upperHex =
                values.stream().allMatch(v -> v.chars().noneMatch(c -> Character.isLetter(c) && (c < 'A' || c > 'F')));
        zeroFirst = values.stream().anyMatch(v -> v.startsWith("0"));
    }

    /** The most frequent masks of the column's values, at least one where it has a value. */
    static List<Counted> learn(TextColumn source, SensitivityType type) {
        TextColumn column = cut(source);
        List<Counted> fine = new MaskLearner(type, false, column.dictionary()).masks(column);
        long covered = fine.stream().mapToLong(Counted::count).sum();
        if (covered >= COVERED * (column.rows() - column.missing())) {
            return fine;
        }
        return new MaskLearner(type, true, column.dictionary()).masks(column);
    }

    /** Of overlong values only the beginning counts. */
    private static TextColumn cut(TextColumn column) {
        if (column.dictionary().stream().allMatch(value -> value.length() <= LONGEST)) {
            return column;
        }
        List<String> beginnings = column.dictionary().stream()
                .map(value -> value.substring(0, Math.min(LONGEST, value.length())))
                .toList();
        return TextColumn.coded(column.name(), column.codes(), beginnings);
    }

    private List<Counted> masks(TextColumn column) {
        Map<String, List<Integer>> byKinds = new LinkedHashMap<>();
        int[] counts = column.counts();
        for (int code = 0; code < counts.length; code++) {
            String value = column.dictionary().get(code);
            if (counts[code] > 0) {
                byKinds.computeIfAbsent(kinds(value), k -> new ArrayList<>()).add(code);
            }
        }
        List<Counted> masks = new ArrayList<>();
        byKinds.forEach((kinds, codes) -> masks.addAll(split(kinds, codes, column, counts)));
        masks.sort(Comparator.comparingInt(Counted::count).reversed());
        return List.copyOf(masks.subList(0, Math.min(MOST_MASKS, masks.size())));
    }

    private String kinds(String value) {
        StringBuilder kinds = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char kind = Alphabet.kindOf(value.charAt(i));
            if (mixed && kind != Alphabet.FIXED) {
                kind = lowerHex ? Alphabet.HEX : upperHex ? Alphabet.UPPER_HEX : Alphabet.ANY;
            } else if (i == 0 && kind == Alphabet.DIGIT && !zeroFirst) {
                kind = Alphabet.LEADING_DIGIT;
            }
            kinds.append(kind == Alphabet.FIXED ? Alphabet.FIXED : kind);
        }
        return kinds + " " + literals(value);
    }

    /** Punctuation tells masks apart that have the same kinds. */
    private static String literals(String value) {
        StringBuilder literals = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (Alphabet.kindOf(value.charAt(i)) == Alphabet.FIXED) {
                literals.append(value.charAt(i));
            }
        }
        return literals.toString();
    }

    /** Frequent prefixes that mean something (a country, a dialling code, a brand) make masks of their own. */
    private List<Counted> split(String key, List<Integer> codes, TextColumn column, int[] counts) {
        String kinds = key.substring(0, key.indexOf(' '));
        int prefix =
                Math.min(kinds.length(), meaningfulPrefix(column.dictionary().get(codes.getFirst())));
        Map<String, List<Integer>> byPrefix = new LinkedHashMap<>();
        for (int code : codes) {
            byPrefix.computeIfAbsent(column.dictionary().get(code).substring(0, prefix), p -> new ArrayList<>())
                    .add(code);
        }
        List<Counted> masks = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (List<Integer> group : byPrefix.values()) {
            if (total(group, counts) >= FREQUENT) {
                masks.add(mask(kinds, group, column, counts));
            } else {
                others.addAll(group);
            }
        }
        if (!others.isEmpty()) {
            masks.add(mask(kinds, others, column, counts));
        }
        return masks;
    }

    private int meaningfulPrefix(String example) {
        return switch (type) {
            case IBAN -> 2;
            case CREDIT_CARD -> 1;
            case PHONE -> example.startsWith("+") ? 3 : example.startsWith("00") ? 4 : 2;
            default -> 0;
        };
    }

    private static int total(List<Integer> codes, int[] counts) {
        return codes.stream().mapToInt(code -> counts[code]).sum();
    }

    private static Counted mask(String kinds, List<Integer> codes, TextColumn column, int[] counts) {
        StringBuilder fixed = new StringBuilder(column.dictionary().get(codes.getFirst()));
        StringBuilder free = new StringBuilder(kinds);
        int count = total(codes, counts);
        for (int i = 0; i < kinds.length(); i++) {
            boolean same = Alphabet.isFixed(kinds.charAt(i)) || (count >= FREQUENT && agree(codes, column, i));
            free.setCharAt(i, same ? Alphabet.FIXED : kinds.charAt(i));
            fixed.setCharAt(i, same ? fixed.charAt(i) : '?');
        }
        return new Counted(new Mask(fixed.toString(), free.toString()), count);
    }

    private static boolean agree(List<Integer> codes, TextColumn column, int place) {
        char first = column.dictionary().get(codes.getFirst()).charAt(place);
        return codes.stream().allMatch(code -> column.dictionary().get(code).charAt(place) == first);
    }
}
