package io.verisim.synthesizer.leakage;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.tabular.TextColumn;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds production values inside free text, as whole words in whatever spelling: numbers, ids and e-mail addresses from
 * six characters on, the given with the family name of a person in any order, and a lone rare name that is no word of
 * the language.
 *
 * <p>What is rare is judged column by column: a word is a lone rare name where fewer than {@link ValueGuard#COMMON} rows
 * of some column of names have it, be it frequent in another; and where fewer rows of a column of text have it and it is
 * never written small there, as the name of somebody whom no column of names knows. A name that is common in every
 * column of names may stand in a text, also where one production text alone has it: it points at nobody. Words of the
 * language and particles such as {@code van} are no names.
 */
public final class TextGuard {

    private static final int SHORTEST_ID = 6;
    private static final int LONGEST_RUN = 9;
    private static final int LONGEST_NAME = 6;

    private final Fingerprints ids;
    private final Fingerprints phones;
    private final Fingerprints fullNames;
    private final Fingerprints loneNames;

    private TextGuard(Fingerprints ids, Fingerprints phones, Fingerprints fullNames, Fingerprints loneNames) {
        this.ids = ids;
        this.phones = phones;
        this.fullNames = fullNames;
        this.loneNames = loneNames;
    }

    /** Whether any production value stands in the text. */
    public boolean forbids(String text) {
        List<String> words = NormalForm.words(text);
        long[] nameHashes = new long[words.size()];
        for (int at = 0; at < nameHashes.length; at++) {
            String word = NormalForm.nameWord(words.get(at));
            if (loneNames.contains(word)) {
                return true;
            }
            nameHashes[at] = Fingerprints.hash(word, fullNames.salt());
        }
        for (int start = 0; start < nameHashes.length; start++) {
            if (nameFrom(nameHashes, start) || idFrom(words, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean nameFrom(long[] nameHashes, int start) {
        long sum = nameHashes[start];
        for (int at = start + 1; at < Math.min(nameHashes.length, start + LONGEST_NAME); at++) {
            sum += nameHashes[at];
            if (fullNames.containsHash(Fingerprints.mix(sum))) {
                return true;
            }
        }
        return false;
    }

    /** Words from one on, joined as an id or number that was written in groups may be. */
    private boolean idFrom(List<String> words, int start) {
        long hash = Fingerprints.begin(ids.salt());
        int length = 0;
        boolean number = true;
        for (int at = start; at < Math.min(words.size(), start + LONGEST_RUN); at++) {
            String word = words.get(at);
            hash = Fingerprints.extend(hash, word);
            length += word.length();
            number &= NormalForm.isNumber(word);
            if (length < SHORTEST_ID) {
                continue;
            }
            if (number ? isNumberForbidden(words.subList(start, at + 1)) : isIdForbidden(hash, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNumberForbidden(List<String> words) {
        String digits = String.join("", words);
        return ids.contains(NormalForm.withoutZeros(digits)) || phones.contains(NormalForm.phone(digits));
    }

    private boolean isIdForbidden(long hash, int length) {
        return ids.containsHash(Fingerprints.end(hash, length));
    }

    /** A hash of words in any order. */
    private static long nameHash(String words, long salt) {
        long sum = 0;
        for (String word : words.split(" ")) {
            sum += Fingerprints.hash(word, salt);
        }
        return Fingerprints.mix(sum);
    }

    public void write(DataOutput out) throws IOException {
        ids.write(out);
        phones.write(out);
        fullNames.write(out);
        loneNames.write(out);
    }

    public static TextGuard read(DataInput in) throws IOException {
        return new TextGuard(
                Fingerprints.read(in), Fingerprints.read(in), Fingerprints.read(in), Fingerprints.read(in));
    }

    /** Collects production values. */
    public static final class Builder {

        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<String, Integer> phones = new HashMap<>();
        private final Map<String, Integer> fullNames = new HashMap<>();
        private final Set<String> rareFullNames = new HashSet<>();
        private final Set<String> loneNames = new HashSet<>();

        /** A value of an identifying column that holds no name. */
        public Builder value(SensitivityType type, String value) {
            List<String> words = NormalForm.words(value);
            if (words.stream().mapToInt(String::length).sum() >= SHORTEST_ID) {
                ids.merge(NormalForm.joined(words), 1, Integer::sum);
                if (type == SensitivityType.PHONE) {
                    phones.merge(NormalForm.phone(value), 1, Integer::sum);
                }
            }
            return this;
        }

        /** The given and family name of one row's person together, in any order. */
        public Builder fullName(String name) {
            RareNames.together(NormalForm.nameWords(name), LONGEST_NAME)
                    .forEach(words -> fullNames.merge(words, 1, Integer::sum));
            return this;
        }

        /** A column of given, family or full names: the rare ones among its words must not stand alone. */
        public Builder names(TextColumn column) {
            RareNames rare = RareNames.of(column);
            loneNames.addAll(rare.words());
            rare.phrases().stream()
                    .filter(words -> words.split(" ").length <= LONGEST_NAME)
                    .forEach(rareFullNames::add);
            return this;
        }

        /** A column of text: the rare ones among its words that are never written small must not stand alone. */
        public Builder texts(TextColumn column) {
            loneNames.addAll(RareNames.inside(column));
            return this;
        }

        /**
         * The guard over what was collected and is rare.
         *
         * @param dictionary words of the language, in lower case: a lone one of them is no name
         */
        public TextGuard build(Set<String> dictionary, long salt) {
            Set<String> lone = new HashSet<>(loneNames);
            dictionary.forEach(word -> lone.removeAll(NormalForm.nameWords(word)));
            Set<String> full = rare(fullNames);
            full.addAll(rareFullNames);
            long[] hashes =
                    full.stream().mapToLong(words -> nameHash(words, salt)).toArray();
            return new TextGuard(
                    Fingerprints.of(rare(ids), salt),
                    Fingerprints.of(rare(phones), salt),
                    Fingerprints.ofHashes(hashes, salt),
                    Fingerprints.of(lone, salt));
        }

        private static Set<String> rare(Map<String, Integer> counts) {
            Set<String> rare = new HashSet<>();
            counts.forEach((key, count) -> {
                if (count < ValueGuard.COMMON) {
                    rare.add(key);
                }
            });
            return rare;
        }
    }
}
