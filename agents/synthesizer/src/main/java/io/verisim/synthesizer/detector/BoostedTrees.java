package io.verisim.synthesizer.detector;

import io.verisim.numerics.Interruption;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient-boosted trees for two classes: logistic loss, second-order leaves, histogram splits, as in J. Friedman,
 * "Greedy function approximation: a gradient boosting machine", 2001 (doi:10.1214/aos/1013203451), and G. Ke et al.,
 * "LightGBM", 2017. Missing values are a bin of their own below all others. Training draws nothing at random, and sums in
 * whole numbers: equal input gives equal trees, on any machine and any number of threads around it.
 *
 * <p>Up to about 100,000 training rows gradients keep four digits or more; beyond, sample.
 */
public final class BoostedTrees {

    private final double base;
    private final List<Tree> trees;
    private final double[] gains;

    private BoostedTrees(double base, List<Tree> trees, double[] gains) {
        this.base = base;
        this.trees = List.copyOf(trees);
        this.gains = gains;
    }

    /**
     * Trains on some rows of a matrix.
     *
     * @param features the matrix
     * @param positive class by row of the matrix
     * @param trainingRows which rows to learn from, at least one
     */
    public static BoostedTrees fit(
            BinnedFeatures features, boolean[] positive, int[] trainingRows, BoostingOptions options) {
        if (trainingRows.length == 0) {
            throw new IllegalArgumentException("Trees need at least one row to learn from");
        }
        int[] rows = trainingRows.clone();
        double base = baseScore(positive, rows);
        double[] scores = new double[features.rows()];
        java.util.Arrays.fill(scores, base);
        double[] gains = new double[features.features()];
        Gradients gradients = new Gradients(features.rows(), rows.length);
        TreeGrower grower = new TreeGrower(features, gradients, options, rows, scores, gains);
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < options.trees(); t++) {
            Interruption.check();
            for (int row : rows) {
                gradients.set(row, scores[row], positive[row]);
            }
            trees.add(grower.grow());
        }
        return new BoostedTrees(base, trees, gains);
    }

    /** The log odds of the training rows, half a row added to each class so that it is finite. */
    private static double baseScore(boolean[] positive, int[] rows) {
        int positives = 0;
        for (int row : rows) {
            positives += positive[row] ? 1 : 0;
        }
        return StrictMath.log((positives + 0.5) / (rows.length - positives + 0.5));
    }

    /** Log odds of the positive class for a row of a matrix with the same columns and bins. */
    public double score(BinnedFeatures features, int row) {
        double score = base;
        for (Tree tree : trees) {
            score += tree.score(features, row);
        }
        return score;
    }

    /** How much each feature lowered the loss in training; 0 for one that was never asked. */
    public double[] gains() {
        return gains.clone();
    }
}
