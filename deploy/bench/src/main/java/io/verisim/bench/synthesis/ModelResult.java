package io.verisim.bench.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One model on one table, over all seeds.
 *
 * @param model its name
 * @param twinRows rows of each twin
 * @param trials one a seed
 * @param peakMebi resident memory of {@code verisim generate} on the whole table at its peak, MiB; NaN where unknown
 */
record ModelResult(String model, int twinRows, List<Trial> trials, double peakMebi) {

    private static final double LEAST_ALLOWANCE = 0.02;

    ModelResult {
        trials = List.copyOf(trials);
    }

    Ceiling likeness() {
        return Ceiling.mean(trials.stream().map(Trial::likeness).toList());
    }

    double closer() {
        return trials.stream().mapToDouble(Trial::closer).average().orElse(Double.NaN);
    }

    /** One half, and 0.02 or two standard errors of the share in one twin, whichever is more: √(¼/n) each. */
    double closerBar() {
        return 0.5 + Math.max(LEAST_ALLOWANCE, 2 * Math.sqrt(0.25 / twinRows));
    }

    /** Sum over seeds. */
    int copies() {
        return trials.stream().mapToInt(Trial::copies).sum();
    }

    /** Sum over seeds. */
    int copiesHeldOut() {
        return trials.stream().mapToInt(Trial::copiesHeldOut).sum();
    }

    /** Median over seeds, so that the first, while code is still compiled, does not count. */
    double fitSeconds() {
        return median(Trial::fitSeconds);
    }

    /** Median over seeds. */
    double rowsASecond() {
        return median(Trial::rowsASecond);
    }

    private double median(ToDoubleFunction<Trial> figure) {
        double[] sorted = trials.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                        .average()
                        .orElse(Double.NaN);
    }
}
