package io.verisim.orchestrator.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects findings: all are counted, the first ones are kept. */
public final class Findings {

    private static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private long total;

    public void add(Finding.Kind kind, @Nullable Long position, @Nullable UUID entry, String detail) {
        total++;
        if (kept.size() < KEPT) {
            kept.add(new Finding(kind, position, entry, detail));
        }
    }

    /** How many there are. */
    public long total() {
        return total;
    }

    /** Those kept, by position; those without one come last. */
    public List<Finding> kept() {
        return kept.stream()
                .sorted(Comparator.comparing(Finding::position, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
