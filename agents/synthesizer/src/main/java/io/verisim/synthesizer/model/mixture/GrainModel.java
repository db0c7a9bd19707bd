package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.marginal.Habit;
import io.verisim.synthesizer.marginal.NumberBins;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * By how much each grain is more frequent among some rows than the bins of their numbers make it.
 *
 * @param tree tells rows apart
 * @param factors of each grain, by leaf of the tree; empty for its other nodes
 */
@SuppressWarnings("ArrayRecordComponent")
record GrainModel(ConditionalTree tree, double[][] factors) {

    /** Rows that a factor takes to move. */
    private static final double PRIOR = 4;

    private static final int ROUNDS = 10;

    private static final double[] NONE = {};

    static GrainModel of(ConditionalTree tree, Features features, Grains grains, Coding coding, int[] codes) {
        NumberBins bins = Objects.requireNonNull(coding.bins());
        double[][] shares = new double[bins.size()][Habit.GRAINS];
        for (int bin = 0; bin < shares.length; bin++) {
            bins.addShares(bin, shares[bin]);
        }
        double[][] found = new double[tree.nodes()][Habit.GRAINS];
        int[][] rows = new int[tree.nodes()][bins.size()];
        for (int row = 0; row < codes.length; row++) {
            int grain = grains.codes()[row];
            if (grain != Grains.NONE) {
                int leaf = tree.leaf(features.groups(), row);
                found[leaf][grain]++;
                rows[leaf][codes[row] - coding.levels()]++;
            }
        }
        double[][] factors = new double[tree.nodes()][];
        for (int node = 0; node < factors.length; node++) {
            factors[node] = tree.isLeaf(node) ? factors(found[node], rows[node], shares) : NONE;
        }
        return new GrainModel(tree, factors);
    }

    /** By iterative scaling, as in the bins themselves; a few rows move them little. */
    private static double[] factors(double[] found, int[] rows, double[][] shares) {
        double[] factors = new double[Habit.GRAINS];
        Arrays.fill(factors, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] expected = new double[Habit.GRAINS];
            for (int bin = 0; bin < rows.length; bin++) {
                double all = 0;
                for (int g = 0; g < factors.length && rows[bin] > 0; g++) {
                    all += shares[bin][g] * factors[g];
                }
                for (int g = 0; g < factors.length && all > 0; g++) {
                    expected[g] += rows[bin] * shares[bin][g] * factors[g] / all;
                }
            }
            for (int g = 0; g < factors.length; g++) {
                factors[g] *= (found[g] + PRIOR) / (expected[g] + PRIOR);
            }
        }
        return factors;
    }

    double[] factors(byte[][] groups, int row) {
        return factors[tree.leaf(groups, row)];
    }

    void write(DataOutput out) throws IOException {
        tree.write(out);
        for (int node = 0; node < factors.length; node++) {
            if (tree.isLeaf(node)) {
                Codec.writeDoubles(out, factors[node]);
            }
        }
    }

    static GrainModel read(DataInput in) throws IOException {
        ConditionalTree tree = ConditionalTree.read(in);
        double[][] factors = new double[tree.nodes()][];
        for (int node = 0; node < factors.length; node++) {
            factors[node] = tree.isLeaf(node) ? Codec.readDoubles(in) : NONE;
        }
        return new GrainModel(tree, factors);
    }
}
