package io.verisim.bench.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what happened. */
final class Tally {

    private final Map<String, Integer> faults = new TreeMap<>();
    private final Chronicle chronicle;
    private int kills;
    private int missed;

    Tally(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    synchronized void happened(String kind, Object what) {
        faults.merge(kind, 1, Integer::sum);
        chronicle.write(kind + ": " + what);
    }

    /** A fault that was a {@code kill -9}. */
    synchronized void kill(String kind, Object what) {
        happened(kind, what);
        kills++;
    }

    /** A fault that found nothing to hit. */
    synchronized void missed(Object what) {
        missed++;
        chronicle.write("nothing to hit: " + what);
    }

    synchronized int kills() {
        return kills;
    }

    synchronized int missedOnes() {
        return missed;
    }

    synchronized int faults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Such as {@code connections cut 12, killed 31}. */
    synchronized String byKind() {
        return faults.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
