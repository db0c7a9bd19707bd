package io.verisim.synthesizer.model.privatemarginals;

import java.util.Arrays;

/**
 * A guess, from one number that a mechanism told, which of two neighbouring tables it was told of: the one with the row
 * more where the number exceeds a threshold. The threshold is chosen on the first half of the runs, and judged on the
 * other.
 */
final class Attack {

    private static final int THRESHOLDS = 200;

    /** Both bounds hold together in 95 of 100 audits. */
    private static final double WRONG = 0.025;

    private Attack() {}

    /**
     * An ε that is too low in one of twenty audits at most: ln((P(yes | with) − δ) / P(yes | without)), by the bounds of
     * C. Clopper and E. Pearson, doi:10.1093/biomet/26.4.404.
     */
    static double lowerBound(double[] with, double[] without, double delta) {
        int half = with.length / 2;
        double[] chosenOn = Arrays.copyOf(with, half);
        double[] chosenOnWithout = Arrays.copyOf(without, half);
        double[] sorted = chosenOn.clone();
        Arrays.sort(sorted);
        double best = Double.NEGATIVE_INFINITY;
        double threshold = sorted[half / 2];
        for (int i = 1; i < THRESHOLDS; i++) {
            double candidate = sorted[(int) ((long) i * half / THRESHOLDS)];
            double found = epsilon(chosenOn, chosenOnWithout, candidate, delta);
            if (found > best) {
                best = found;
                threshold = candidate;
            }
        }
        return epsilon(
                Arrays.copyOfRange(with, half, with.length),
                Arrays.copyOfRange(without, half, without.length),
                threshold,
                delta);
    }

    private static double epsilon(double[] with, double[] without, double threshold, double delta) {
        double hits = atLeast(above(with, threshold), with.length);
        double alarms = 1 - atLeast(without.length - above(without, threshold), without.length);
        return hits <= delta ? Double.NEGATIVE_INFINITY : Math.log((hits - delta) / alarms);
    }

    private static int above(double[] values, double threshold) {
        return (int) Arrays.stream(values).filter(value -> value >= threshold).count();
    }

    /** The chance below which so many hits or more would be seen in one of forty cases at most. */
    static double atLeast(int hits, int runs) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 50; step++) {
            double middle = (low + high) / 2;
            if (tail(hits, runs, middle) <= WRONG) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The chance of so many hits or more. */
    private static double tail(int hits, int runs, double chance) {
        double log = runs * Math.log1p(-chance);
        double sum = 0;
        for (int k = 0; k < runs; k++) {
            if (k >= hits) {
                sum += Math.exp(log);
            }
            log += Math.log((double) (runs - k) / (k + 1)) + Math.log(chance) - Math.log1p(-chance);
        }
        return Math.min(1, sum + Math.exp(log));
    }
}
