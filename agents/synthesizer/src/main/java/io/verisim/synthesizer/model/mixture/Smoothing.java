package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.marginal.NumberBins;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The distribution of a node, from the counts of its rows and the distribution of its parent. What a node adds is the
 * ratio of its counts to what the parent foretells. The ratio is smoothed over neighbouring bins of numbers and drawn
 * towards one; how far, the likelihood of each row given all others decides (leave-one-out cross-validation), so that
 * what few rows show by chance alone is not learnt. One object serves one tree.
 */
final class Smoothing {

    /** Bins to either side over which a ratio is smoothed. */
    private static final int[] WIDTHS = {0, 1, 3, 9};

    /** Rows for which the parent counts. */
    private static final double[] WEIGHTS = {0.001, 0.02, 0.2, 1, 4, 16, 64, 256};

    private static final double LEAST = 1e-12;
    private static final double SEEN_ONCE = 0.1;

    /**
     * What is known at a node.
     *
     * @param probabilities of each code
     * @param withoutItself of each code, as estimated for a row of that code from all other rows
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Estimate(double[] probabilities, double[] withoutItself) {}

    private final int size;

    /** Codes whose neighbours are alike: bins that hold more than one value. */
    private final int[] smooth;

    /** Counts and expectations of a node, smoothed by one of the widths. */
    private final double[] seen;

    private final double[] foretold;

    /** What a row counts for in its own bin. */
    private final double[] itself;

    Smoothing(Coding coding) {
        size = coding.size();
        NumberBins bins = coding.bins();
        smooth = bins == null
                ? new int[0]
                : IntStream.range(0, bins.size())
                        .filter(bin -> !bins.isSpike(bin))
                        .map(bin -> bin + coding.levels())
                        .toArray();
        seen = new double[size];
        foretold = new double[size];
        itself = new double[size];
    }

    /** The distribution of all rows. */
    Estimate root(double[] counts, int rows) {
        double[] probabilities = new double[size];
        double[] others = new double[size];
        for (int code = 0; code < size; code++) {
            probabilities[code] = counts[code] / Math.max(1, rows);
            others[code] = Math.max(counts[code] - 1, SEEN_ONCE) / Math.max(1, rows - 1);
        }
        return new Estimate(probabilities, others);
    }

    /** The distribution of some of the parent's rows. */
    Estimate below(double[] counts, int rows, Estimate parent) {
        int[] present =
                IntStream.range(0, size).filter(code -> counts[code] > 0).toArray();
        double best = Double.NEGATIVE_INFINITY;
        int bestWidth = 0;
        double bestWeight = WEIGHTS[0];
        for (int width : widths()) {
            smooth(counts, parent.probabilities(), width);
            for (double weight : WEIGHTS) {
                double likelihood = likelihood(counts, present, rows, parent, weight);
                if (likelihood > best) {
                    best = likelihood;
                    bestWidth = width;
                    bestWeight = weight;
                }
            }
        }
        smooth(counts, parent.probabilities(), bestWidth);
        return estimate(counts, rows, parent, bestWeight);
    }

    private int[] widths() {
        return smooth.length < 2 ? new int[] {0} : WIDTHS;
    }

    /** A triangular kernel that leaves the rows of all bins together as many as they are. */
    private void smooth(double[] counts, double[] expected, int width) {
        System.arraycopy(counts, 0, seen, 0, size);
        System.arraycopy(expected, 0, foretold, 0, size);
        Arrays.fill(itself, 1);
        if (width == 0) {
            return;
        }
        double rows = 0;
        double spread = 0;
        for (int at = 0; at < smooth.length; at++) {
            int code = smooth[at];
            double near = 0;
            double nearExpected = 0;
            for (int d = Math.max(-width, -at); d <= Math.min(width, smooth.length - 1 - at); d++) {
                double kernel = (width + 1.0 - Math.abs(d)) / (width + 1);
                near += kernel * counts[smooth[at + d]];
                nearExpected += kernel * expected[smooth[at + d]];
            }
            seen[code] = near;
            foretold[code] = nearExpected;
            rows += counts[code];
            spread += nearExpected == 0 ? 0 : expected[code] * near / nearExpected;
        }
        for (int code : smooth) {
            itself[code] = spread == 0 ? 1 : rows / spread;
            seen[code] *= itself[code];
        }
    }

    private double likelihood(double[] counts, int[] present, int rows, Estimate parent, double weight) {
        double mass = mass(rows, parent, weight);
        double likelihood = -rows * StrictMath.log(mass);
        for (int code : present) {
            likelihood += counts[code] * StrictMath.log(withoutItself(rows, parent, weight, code));
        }
        return likelihood;
    }

    /** What the smoothed ratios add up to; about one. */
    private double mass(int rows, Estimate parent, double weight) {
        double mass = 0;
        for (int code = 0; code < size; code++) {
            mass += raised(rows, parent, weight, code);
        }
        return mass;
    }

    private double raised(int rows, Estimate parent, double weight, int code) {
        double expected = parent.probabilities()[code];
        return expected == 0 ? 0 : expected * (seen[code] / foretold[code] + weight) / (rows + weight);
    }

    private double withoutItself(int rows, Estimate parent, double weight, int code) {
        double others = Math.max(0, seen[code] - itself[code]) / foretold[code];
        return Math.max(LEAST, parent.withoutItself()[code] * (others + weight) / (rows - 1 + weight));
    }

    private Estimate estimate(double[] counts, int rows, Estimate parent, double weight) {
        double mass = mass(rows, parent, weight);
        double[] probabilities = new double[size];
        double[] others = new double[size];
        for (int code = 0; code < size; code++) {
            probabilities[code] = raised(rows, parent, weight, code) / mass;
            others[code] = counts[code] > 0
                    ? withoutItself(rows, parent, weight, code) / mass
                    : Math.clamp(probabilities[code], LEAST, Math.max(LEAST, parent.withoutItself()[code]));
        }
        return new Estimate(probabilities, others);
    }
}
