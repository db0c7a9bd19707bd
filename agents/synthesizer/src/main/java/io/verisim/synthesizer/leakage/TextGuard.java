package io.verisim.synthesizer.leakage;

import io.verisim.model.sensitivity.SensitivityType;
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
 * six characters on, a full name in any order, and a lone rare name that is no word of the language.
 */
public final class TextGuard {

    private static final int SHORTEST_ID = 6;
    private static final int SHORTEST_NAME = 3;
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
        for (int start = 0; start < words.size(); start++) {
            if (loneNames.contains(words.get(start)) || nameFrom(words, start) || idFrom(words, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean nameFrom(List<String> words, int start) {
        long sum = 0;
        for (int at = start; at < Math.min(words.size(), start + LONGEST_NAME); at++) {
            sum += wordHash(words.get(at), fullNames.salt());
            if (at > start && fullNames.containsHash(Fingerprints.mix(sum))) {
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
            number &= isNumber(word);
            if (length >= SHORTEST_ID && ids.containsHash(Fingerprints.end(hash, length))) {
                return true;
            }
            if (number && length >= SHORTEST_ID && phones.contains(phone(words.subList(start, at + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static String phone(List<String> words) {
        return NormalForm.phone(String.join("", words));
    }

    private static long wordHash(String word, long salt) {
        return Fingerprints.hash(word, salt);
    }

    /** A hash of words in any order. */
    private static long nameHash(String words, long salt) {
        long sum = 0;
        for (String word : words.split(" ")) {
            sum += wordHash(word, salt);
        }
        return Fingerprints.mix(sum);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
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
        private final Map<String, Integer> nameWords = new HashMap<>();
        private final Map<String, Map<String, Integer>> spellings = new HashMap<>();

        /** A value of an identifying column that holds no name. */
        public Builder value(SensitivityType type, String value) {
            if (type == SensitivityType.PHONE) {
                count(phones, NormalForm.phone(value), SHORTEST_ID);
            }
            count(ids, String.join("", NormalForm.words(value)), SHORTEST_ID);
            return this;
        }

        /** A value of a column of names; where it is one word and rare, or some spelling of it is, it counts as a lone name. */
        public Builder nameValue(String value) {
            List<String> words = NormalForm.words(value);
            if (words.size() == 1 && words.getFirst().length() >= SHORTEST_NAME) {
                spellings
                        .computeIfAbsent(words.getFirst(), w -> new HashMap<>())
                        .merge(value, 1, Integer::sum);
            }
            return this;
        }

        /** The name of a row's person, given and family name together or as far as known. */
        public Builder name(String name) {
            List<String> words = NormalForm.words(name);
            words.forEach(word -> count(nameWords, word, SHORTEST_NAME));
            if (words.size() > 1 && words.size() <= LONGEST_NAME) {
                count(fullNames, NormalForm.sorted(words), SHORTEST_NAME);
            }
            if (words.size() > 2) {
                count(fullNames, NormalForm.sorted(List.of(words.getFirst(), words.getLast())), SHORTEST_NAME);
            }
            return this;
        }

        private static void count(Map<String, Integer> counts, String key, int shortest) {
            if (key.length() >= shortest) {
                counts.merge(key, 1, Integer::sum);
            }
        }

        /**
         * The guard over what was collected and is rare.
         *
         * @param dictionary words of the language, in lower case: a lone one of them is no name
         */
        public TextGuard build(Set<String> dictionary, long salt) {
            Set<String> lone = rare(nameWords);
            spellings.forEach((word, counts) -> {
                if (counts.values().stream().anyMatch(count -> count < ValueGuard.COMMON)) {
                    lone.add(word);
                }
            });
            lone.removeAll(dictionary);
            return new TextGuard(
                    Fingerprints.of(rare(ids), salt),
                    Fingerprints.of(rare(phones), salt),
                    Fingerprints.ofHashes(
                            rare(fullNames).stream()
                                    .mapToLong(words -> nameHash(words, salt))
                                    .toArray(),
                            salt),
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
