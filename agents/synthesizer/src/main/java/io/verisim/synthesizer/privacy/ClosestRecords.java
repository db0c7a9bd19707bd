package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Quantiles;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.shape.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Measures on the distance to the closest record (DCR), with a holdout from the same source as the training rows (here
 * the real table). Exact up to {@value #MAX_ROWS} rows a table; beyond, that many rows are drawn with the seed.
 *
 * <p>These measures miss real leakage (arXiv:2505.01524): a good figure proves nothing.
 */
public final class ClosestRecords {

    /** Most rows of a table that are compared. */
    public static final int MAX_ROWS = 50_000;

    private static final double NEAR_QUANTILE = 0.01;

    private final AlignedTable table;
    private final long seed;
    private final int threads;
    private final int[] synthetic;
    private final int[] training;
    private final int[] holdout;

    private ClosestRecords(AlignedTable table, long seed, int threads) {
        this.table = table;
        this.seed = seed;
        this.threads = threads;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        synthetic = Draws.draw(random, table.rows(Side.SYNTHETIC), MAX_ROWS);
        training = Draws.draw(random, table.rows(Side.REAL), MAX_ROWS);
        holdout = Draws.draw(random, table.rows(Side.HOLDOUT), MAX_ROWS);
    }

    /** All measures of a table that has a holdout; NaN where a table is empty. */
    public static DcrScores measure(AlignedTable table, long seed, int threads) {
        ClosestRecords records = new ClosestRecords(table, seed, threads);
        RowSpace ofTraining = RowSpace.of(table, List.of(Side.REAL));
        RowSpace ofHoldout = RowSpace.of(table, List.of(Side.HOLDOUT));
        double[] toTraining = records.distances(ofTraining, Side.SYNTHETIC, records.synthetic, records.training);
        RowSpace.Rows heldOut = ofHoldout.rows(Side.HOLDOUT, records.holdout);
        double[] toHoldout = ofHoldout.nearest(ofHoldout.rows(Side.SYNTHETIC, records.synthetic), heldOut, threads);
        return new DcrScores(
                overfittingProtection(toTraining, toHoldout),
                records.closerToTrainingShare(),
                records.baselineProtection(ofTraining, toTraining),
                records.copies(ofTraining, toTraining),
                records.isSampled());
    }

    /** min(2 (1 − share of rows strictly closer to training than to holdout), 1); ties are not closer. */
    static double overfittingProtection(double[] toTraining, double[] toHoldout) {
        int closer = 0;
        for (int i = 0; i < toTraining.length; i++) {
            closer += toTraining[i] < toHoldout[i] ? 1 : 0;
        }
        return Math.min(2 * (1 - (double) closer / toTraining.length), 1);
    }

    /** Share of rows closer to training than to holdout, both of equal size, ties counting half. */
    static double closerShare(double[] toTraining, double[] toHoldout) {
        double closer = 0;
        for (int i = 0; i < toTraining.length; i++) {
            closer += toTraining[i] < toHoldout[i] ? 1 : toTraining[i] == toHoldout[i] ? 0.5 : 0;
        }
        return closer / toTraining.length;
    }

    private double closerToTrainingShare() {
        int size = Math.min(training.length, holdout.length);
        RowSpace space = RowSpace.of(table, List.of(Side.REAL, Side.HOLDOUT));
        RowSpace.Rows rows = space.rows(Side.SYNTHETIC, synthetic);
        // both were drawn in random order, so that a head of it is a random draw too
        double[] toTraining = space.nearest(rows, space.rows(Side.REAL, Draws.head(training, size)), threads);
        double[] toHoldout = space.nearest(rows, space.rows(Side.HOLDOUT, Draws.head(holdout, size)), threads);
        return closerShare(toTraining, toHoldout);
    }

    private double baselineProtection(RowSpace space, double[] toTraining) {
        double[][] random = RandomRows.like(table, synthetic.length, seed);
        RowSpace.Rows rows = space.pack(random, synthetic.length);
        double baseline = median(space.nearest(rows, space.rows(Side.REAL, training), threads));
        return baseline > 0 ? Math.min(median(toTraining) / baseline, 1) : Double.NaN;
    }

    private CopyCounts copies(RowSpace space, double[] toTraining) {
        double[] fromHoldout = distances(space, Side.HOLDOUT, holdout, training);
        double[] sorted = fromHoldout.clone();
        Arrays.sort(sorted);
        double threshold = Quantiles.ofSorted(sorted, NEAR_QUANTILE);
        return new CopyCounts(
                ExactCopies.count(table, Side.SYNTHETIC),
                ExactCopies.count(table, Side.HOLDOUT),
                below(toTraining, threshold),
                below(fromHoldout, threshold),
                threshold);
    }

    private boolean isSampled() {
        return synthetic.length < table.rows(Side.SYNTHETIC)
                || training.length < table.rows(Side.REAL)
                || holdout.length < table.rows(Side.HOLDOUT);
    }

    private double[] distances(RowSpace space, Side side, int[] rows, int[] reference) {
        return space.nearest(space.rows(side, rows), space.rows(Side.REAL, reference), threads);
    }

    private static int below(double[] distances, double threshold) {
        return (int) Arrays.stream(distances).filter(d -> d < threshold).count();
    }

    private static double median(double[] values) {
        return Statistics.median(values);
    }
}
