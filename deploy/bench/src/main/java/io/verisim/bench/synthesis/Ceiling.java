package io.verisim.bench.synthesis;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the held-out half scores in a twin's place, measured with the same classes: no twin can be expected to be better.
 *
 * @param allPairs quality as SDMetrics defines it, all pairs counted, 0 to 1
 * @param thresholds the same with weakly related real pairs left out
 * @param detector area under the tree detector's curve, training against held-out rows; 0.5 is guessing
 */
record Ceiling(double allPairs, double thresholds, double detector) {

    static Ceiling mean(List<Ceiling> seeds) {
        return new Ceiling(
                mean(seeds, Ceiling::allPairs), mean(seeds, Ceiling::thresholds), mean(seeds, Ceiling::detector));
    }

    private static double mean(List<Ceiling> seeds, ToDoubleFunction<Ceiling> figure) {
        return seeds.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
