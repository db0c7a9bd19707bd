package io.verisim.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is not as it must be. */
final class Findings {

    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final Map<String, Integer> checks = new TreeMap<>();

    /** Counts what was looked at. */
    void checked(String what, int count) {
        checks.merge(what + " checked", count, Integer::sum);
    }

    Map<String, Integer> checks() {
        return new TreeMap<>(checks);
    }

    void lost(String sentence) {
        lost.add(sentence);
    }

    void duplicated(String sentence) {
        duplicated.add(sentence);
    }

    /** Judges a count of something that must be there a certain number of times. */
    void count(String what, long expected, long found) {
        if (found < expected) {
            lost(what + ": " + found + " in place of " + expected);
        } else if (found > expected) {
            duplicated(what + ": " + found + " in place of " + expected);
        }
    }

    List<String> lostOnes() {
        return List.copyOf(lost);
    }

    List<String> duplicatedOnes() {
        return List.copyOf(duplicated);
    }

    boolean none() {
        return lost.isEmpty() && duplicated.isEmpty();
    }
}
