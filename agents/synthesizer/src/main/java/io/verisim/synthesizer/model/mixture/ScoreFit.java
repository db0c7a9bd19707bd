package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.Interruption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Fits an {@link AdditiveScore} by backfitting (J. Friedman and W. Stuetzle, 1981): column after column, the effect of a
 * group is the mean of what the other columns leave, drawn towards zero, and among numbers smoothed over neighbouring
 * groups. The class of a training row comes from effects that were fitted without it (cross-fitting), so that a tree is
 * not led to believe what is learnt by heart.
 */
final class ScoreFit {

    private static final int FOLDS = 3;
    private static final int PASSES = 6;
    private static final int CLASSES = 24;

    /** Rows for which an effect of zero counts. */
    private static final double PRIOR = 60;

    /** Groups to either side over which effects of numbers are smoothed. */
    private static final int WIDTH = 3;

    /** Standard deviations of chance by which a score must foretell rows that it was not fitted to. */
    private static final double CERTAIN = 2;

    /** More rows make the effects no better. */
    private static final int MOST_ROWS = 30_000;

    private final Features features;
    private final int[] columns;
    private final double[] target;
    private double mean;

    private ScoreFit(Features features, int[] columns, double[] target) {
        this.features = features;
        this.columns = columns;
        this.target = target;
    }

    /**
     * A score and the classes of the training rows.
     *
     * @param classes by row
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fitted(AdditiveScore score, byte[] classes) {}

    /**
     * Fits a score, where there is one. Its classes hold as many rows each whether those were learnt from or not, for
     * scores of rows that were spread wider.
     *
     * @param columns it may look at
     * @param target what it is to foretell, by row
     */
    static Optional<Fitted> fit(Features features, int[] columns, double[] target) {
        ScoreFit fit = new ScoreFit(features, columns, target);
        fit.mean = Arrays.stream(target).average().orElse(0);
        float[] scores = new float[target.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            AdditiveScore without = new AdditiveScore(columns, fit.effects(fold), new float[0]);
            for (int row = fold; row < scores.length; row += FOLDS) {
                scores[row] = without.of(features.groups(), row);
            }
        }
        if (!fit.foretells(scores)) {
            return Optional.empty();
        }
        float[][] effects = fit.effects(-1);
        AdditiveScore all = new AdditiveScore(columns, effects, new float[0]);
        float[] fitted = new float[scores.length];
        for (int row = 0; row < fitted.length; row++) {
            fitted[row] = all.of(features.groups(), row);
        }
        AdditiveScore others = new AdditiveScore(columns, effects, ends(scores));
        byte[] classes = new byte[scores.length];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = others.classOf(scores[row]);
        }
        return Optional.of(new Fitted(new AdditiveScore(columns, effects, ends(fitted)), classes));
    }

    /** Whether rows that were not learnt from are foretold better than by chance. */
    private boolean foretells(float[] scores) {
        double meanScore = 0;
        for (float score : scores) {
            meanScore += score / scores.length;
        }
        double together = 0;
        double ofScores = 0;
        double ofTarget = 0;
        for (int row = 0; row < scores.length; row++) {
            together += (scores[row] - meanScore) * (target[row] - mean);
            ofScores += (scores[row] - meanScore) * (scores[row] - meanScore);
            ofTarget += (target[row] - mean) * (target[row] - mean);
        }
        return together * Math.sqrt(scores.length) > CERTAIN * Math.sqrt(ofScores * ofTarget);
    }

    private static float[] ends(float[] scores) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        float[] ends = new float[CLASSES - 1];
        for (int c = 0; c < ends.length; c++) {
            ends[c] = sorted[(int) ((long) (c + 1) * (sorted.length - 1) / CLASSES)];
        }
        return ends;
    }

    private float[][] effects(int leftOut) {
        int[] rows = rows(leftOut);
        double[] rest = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rest[i] = target[rows[i]] - mean;
        }
        float[][] effects = new float[columns.length][Coding.MAX_GROUPS];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int c = 0; c < columns.length; c++) {
                Interruption.check();
                improve(effects[c], columns[c], rows, rest);
            }
        }
        return effects;
    }

    private int[] rows(int leftOut) {
        int step = Math.max(1, target.length / MOST_ROWS);
        int[] rows = new int[target.length];
        int found = 0;
        for (int row = 0; row < rows.length; row++) {
            if (row % FOLDS != leftOut && (row / FOLDS) % step == 0) {
                rows[found++] = row;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    private void improve(float[] effect, int column, int[] rows, double[] rest) {
        byte[] groups = features.groups()[column];
        double[] sums = new double[effect.length];
        double[] counts = new double[effect.length];
        for (int i = 0; i < rows.length; i++) {
            int group = groups[rows[i]];
            rest[i] += effect[group];
            sums[group] += rest[i];
            counts[group]++;
        }
        int width = features.ordered()[column] ? WIDTH : 0;
        for (int g = 0; g < effect.length; g++) {
            double sum = 0;
            double count = 0;
            for (int d = Math.max(-width, -g); d <= Math.min(width, effect.length - 1 - g); d++) {
                double kernel = 1 - Math.abs(d) / (width + 1.0);
                sum += kernel * sums[g + d];
                count += kernel * counts[g + d];
            }
            effect[g] = (float) (sum / (count + PRIOR));
        }
        for (int i = 0; i < rows.length; i++) {
            rest[i] -= effect[groups[rows[i]]];
        }
    }
}
