package io.verisim.tabular.csv;

import java.util.BitSet;
import java.util.Set;

/** Tells the spellings of a missing value without making a string of every value. */
final class MissingSpellings {

    private final Set<String> spellings;
    private final BitSet firsts = new BitSet();
    private final boolean empty;
    private final int longest;

    MissingSpellings(Set<String> spellings) {
        this.spellings = spellings;
        this.empty = spellings.contains("");
        spellings.stream().filter(s -> !s.isEmpty()).forEach(s -> firsts.set(s.charAt(0)));
        this.longest = spellings.stream().mapToInt(String::length).max().orElse(0);
    }

    boolean matches(char[] buffer, int offset, int length) {
        if (length == 0) {
            return empty;
        }
        return length <= longest
                && firsts.get(buffer[offset])
                && spellings.contains(new String(buffer, offset, length));
    }
}
