package io.verisim.bench.synthesis;

import io.verisim.bench.synthesis.Trial.Closeness;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * One model on one table, over all seeds.
 *
 * @param model its name
 * @param twinRows rows of each twin
 * @param trials one a seed, save for those that failed
 * @param peakMebi resident memory of {@code verisim generate} on the whole table at its peak, MiB; NaN where unknown
 */
record ModelResult(String model, int twinRows, List<Trial> trials, double peakMebi) {

    private static final double LEAST_ALLOWANCE = 0.02;

    ModelResult {
        trials = List.copyOf(trials);
    }

    Likeness likeness() {
        return Likeness.mean(trials.stream().map(Trial::likeness).toList());
    }

    double closer() {
        return mean(trial -> trial.closeness().share());
    }

    /** Mean over seeds; how much less trees learn from the twin than from training rows. */
    double gap() {
        return mean(trial -> trial.use().gap());
    }

    /** Mean over seeds; the same of resampled training rows. */
    double bootstrapGap() {
        return mean(trial -> trial.use().bootstrapGap());
    }

    private double mean(ToDoubleFunction<Trial> figure) {
        return trials.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** How many twins the privacy gate stops. */
    long stopped() {
        return trials.stream().filter(trial -> !trial.closeness().passed()).count();
    }

    /** One half, and 0.02 or two standard errors of the share in one twin, whichever is more: √(¼/n) each. */
    double closerBar() {
        return 0.5 + Math.max(LEAST_ALLOWANCE, 2 * Math.sqrt(0.25 / twinRows));
    }

    /** Sum over seeds. */
    int copies() {
        return sum(Closeness::copies);
    }

    /** Sum over seeds. */
    int copiesHeldOut() {
        return sum(Closeness::copiesHeldOut);
    }

    /** Sum over seeds. */
    int near() {
        return sum(Closeness::near);
    }

    /** Sum over seeds. */
    int nearHeldOut() {
        return sum(Closeness::nearHeldOut);
    }

    private int sum(ToIntFunction<Closeness> figure) {
        return trials.stream().map(Trial::closeness).mapToInt(figure).sum();
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
