package io.verisim.synthesizer.detector;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
        Training training = new Training(features, positive, trainingRows, options);
        for (int t = 0; t < options.trees(); t++) {
            training.next();
        }
        return new BoostedTrees(training.base, training.trees, training.gains);
    }

    /** Trees that are being grown, one after the other. */
    private static final class Training {

        private final boolean[] positive;
        private final int[] rows;
        private final double base;
        private final double[] scores;
        private final double[] gains;
        private final Gradients gradients;
        private final TreeGrower grower;
        private final List<Tree> trees = new ArrayList<>();

        Training(BinnedFeatures features, boolean[] positive, int[] trainingRows, BoostingOptions options) {
            this.positive = positive;
            rows = trainingRows.clone();
            base = baseScore(positive, rows);
            scores = new double[features.rows()];
            Arrays.fill(scores, base);
            gains = new double[features.features()];
            gradients = new Gradients(features.rows(), rows.length);
            grower = new TreeGrower(features, gradients, options, rows, scores, gains);
        }

        Tree next() {
            Interruption.check();
            for (int row : rows) {
                gradients.set(row, scores[row], positive[row]);
            }
            Tree tree = grower.grow();
            trees.add(tree);
            return tree;
        }
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

    /** {@link #score} of every row of a matrix. */
    public double[] scores(BinnedFeatures features) {
        double[] scores = new double[features.rows()];
        Arrays.fill(scores, base);
        for (Tree tree : trees) {
            for (int row = 0; row < scores.length; row++) {
                scores[row] += tree.score(features, row);
            }
        }
        return scores;
    }

    /**
     * Trains until other rows are foretold no better, by their logistic loss, and keeps the trees up to there.
     *
     * @param otherRows rows of the matrix that are not learnt from
     * @param patience so many trees without a gain end the training
     * @return maybe without any tree
     */
    public static BoostedTrees fit(
            BinnedFeatures features,
            boolean[] positive,
            int[] trainingRows,
            int[] otherRows,
            int patience,
            BoostingOptions options) {
        Training training = new Training(features, positive, trainingRows, options);
        double[] scores = new double[features.rows()];
        Arrays.fill(scores, training.base);
        double least = loss(scores, positive, otherRows);
        int best = 0;
        while (training.trees.size() < Math.min(options.trees(), best + patience)) {
            Tree tree = training.next();
            for (int row : otherRows) {
                scores[row] += tree.score(features, row);
            }
            double loss = loss(scores, positive, otherRows);
            if (loss < least) {
                least = loss;
                best = training.trees.size();
            }
        }
        return new BoostedTrees(training.base, training.trees.subList(0, best), training.gains);
    }

    /** Σ log(1 + exp(∓score)). */
    private static double loss(double[] scores, boolean[] positive, int[] rows) {
        double loss = 0;
        for (int row : rows) {
            loss += StrictMath.log1p(StrictMath.exp(positive[row] ? -scores[row] : scores[row]));
        }
        return loss;
    }

    public int size() {
        return trees.size();
    }

    /** Writes the trees without their gains. */
    public void write(DataOutput out) throws IOException {
        out.writeDouble(base);
        out.writeInt(trees.size());
        for (Tree tree : trees) {
            tree.write(out);
        }
    }

    /** Reads what {@link #write} wrote; it has no gains. */
    public static BoostedTrees read(DataInput in) throws IOException {
        double base = in.readDouble();
        List<Tree> trees = new ArrayList<>();
        for (int count = Codec.readCount(in); count > 0; count--) {
            trees.add(Tree.read(in));
        }
        return new BoostedTrees(base, trees, new double[0]);
    }

    /** How much each feature lowered the loss in training; 0 for one that was never asked. */
    public double[] gains() {
        return gains.clone();
    }
}
