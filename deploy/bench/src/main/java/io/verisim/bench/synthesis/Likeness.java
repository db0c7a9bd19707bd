package io.verisim.bench.synthesis;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How like a twin is, or the held-out half in its place: no twin can be expected to be better than that.
 *
 * @param allPairs quality as SDMetrics defines it, all pairs counted, 0 to 1
 * @param thresholds the same with weakly related real pairs left out
 * @param detector area under the tree detector's curve against other real rows; 0.5 is guessing
 */
record Likeness(double allPairs, double thresholds, double detector) {

    static Likeness mean(List<Likeness> seeds) {
        return new Likeness(
                mean(seeds, Likeness::allPairs), mean(seeds, Likeness::thresholds), mean(seeds, Likeness::detector));
    }

    private static double mean(List<Likeness> seeds, ToDoubleFunction<Likeness> figure) {
        return seeds.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
