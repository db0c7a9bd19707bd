package io.verisim.synthesizer.model.privatemarginals;

import java.util.Arrays;

/**
 * Shares of two columns' groups, from noisy counts: none negative, and the shares of each column's groups those that its
 * own counts give. Looks at nothing but noisy counts.
 */
final class PairTable {

    private static final int ROUNDS = 60;

    /** Share of independence in what is fitted, so that no group is without company. */
    private static final double MIXED = 1e-6;

    /** Distances from independence up to so many times that of noise alone are taken for noise. */
    private static final double NOISE = 1.05;

    private PairTable() {}

    /** The shares, by the first's group, then the second's. */
    static double[] of(long[] noisy, Cells first, Cells second, long rows, double sigma) {
        double[] independent = new double[noisy.length];
        int width = second.groups();
        for (int cell = 0; cell < noisy.length; cell++) {
            independent[cell] = first.mass()[cell / width] * second.mass()[cell % width];
        }
        long distance = Pair.distance(noisy, Pair.independent(first, second, rows));
        if (distance <= NOISE * SpanningTree.byNoise(sigma, noisy.length)) {
            return independent;
        }
        double[] shares = nearest(noisy);
        for (int cell = 0; cell < shares.length; cell++) {
            shares[cell] = (1 - MIXED) * shares[cell] + MIXED * independent[cell];
        }
        for (int round = 0; round < ROUNDS; round++) {
            fitRows(shares, first.mass(), width);
            fitColumns(shares, second.mass(), width);
        }
        return shares;
    }

    /** The nearest shares that are not negative: all counts less the same number, those below 0 at 0. */
    private static double[] nearest(long[] noisy) {
        long[] sorted = noisy.clone();
        Arrays.sort(sorted);
        double wanted = Math.max(1, Arrays.stream(noisy).sum());
        double sum = 0;
        double less = 0;
        for (int i = sorted.length - 1; i >= 0; i--) {
            sum += sorted[i];
            double candidate = (sum - wanted) / (sorted.length - i);
            if (candidate >= sorted[i]) {
                break;
            }
            less = candidate;
        }
        double[] shares = new double[noisy.length];
        for (int cell = 0; cell < shares.length; cell++) {
            shares[cell] = Math.max(0, noisy[cell] - less) / wanted;
        }
        return shares;
    }

    private static void fitRows(double[] shares, double[] mass, int width) {
        for (int g = 0; g < mass.length; g++) {
            double sum = 0;
            for (int h = 0; h < width; h++) {
                sum += shares[g * width + h];
            }
            for (int h = 0; h < width && sum > 0; h++) {
                shares[g * width + h] *= mass[g] / sum;
            }
        }
    }

    private static void fitColumns(double[] shares, double[] mass, int width) {
        for (int h = 0; h < width; h++) {
            double sum = 0;
            for (int cell = h; cell < shares.length; cell += width) {
                sum += shares[cell];
            }
            for (int cell = h; cell < shares.length && sum > 0; cell += width) {
                shares[cell] *= mass[h] / sum;
            }
        }
    }
}
