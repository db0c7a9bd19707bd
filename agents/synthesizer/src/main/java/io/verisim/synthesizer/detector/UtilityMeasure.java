package io.verisim.synthesizer.detector;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Train on synthetic, test on real: the trees of the detector's definition learn to guess a column from all others. As many
 * rows are learnt from of each table, at most {@value #MOST_ROWS}, drawn with the seed; rows without the target are left
 * out. Depends on tables, target and seed alone.
 */
public final class UtilityMeasure {

    /** Most rows of a table that are learnt from, or tested on. */
    public static final int MOST_ROWS = 50_000;

    private static final int LEAST_ROWS = 40;
    private static final int LEARNERS = 3;

    private final AlignedTable table;
    private final AlignedColumn target;
    private final int[] synthetic;
    private final int[] training;
    private final int[] resampled;
    private final int[] test;

    private UtilityMeasure(AlignedTable table, AlignedColumn target, long seed) {
        this.table = table;
        this.target = target;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] ofSynthetic = rows(Side.SYNTHETIC, random);
        int[] ofTraining = rows(Side.REAL, random);
        int size = Math.min(MOST_ROWS, Math.min(ofSynthetic.length, ofTraining.length));
        synthetic = Arrays.copyOf(ofSynthetic, size);
        training = Arrays.copyOf(ofTraining, size);
        resampled = IntStream.range(0, size)
                .map(i -> ofTraining[random.nextInt(ofTraining.length)])
                .toArray();
        int[] heldOut = rows(Side.HOLDOUT, random);
        test = Arrays.copyOf(heldOut, Math.min(MOST_ROWS, heldOut.length));
    }

    /**
     * Measures a table that has a holdout.
     *
     * @param named the target: a column, or {@code column=value} for one value of it; null where nobody named one
     * @param declared the target that the metadata name; null for none
     */
    public static Utility measure(
            AlignedTable table, @Nullable String named, @Nullable String declared, long seed, int threads) {
        Optional<Target> found = Target.find(table, named, declared);
        if (found.isEmpty()) {
            return Utility.undefined(null, "no column has a few values worth guessing");
        }
        Target target = found.get();
        if (!table.has(Side.HOLDOUT)) {
            return Utility.undefined(target, "rows that the twin was not made from are needed: give a holdout");
        }
        double[] classes = target.classes();
        if (classes.length == 0
                || classes.length > Target.MOST_CLASSES
                || table.columns().size() < 2) {
            String reason = table.columns().size() < 2
                    ? "there is no other column to guess from"
                    : "the target has fewer than two values, or more than " + Target.MOST_CLASSES;
            return Utility.undefined(target, reason);
        }
        UtilityMeasure measure = new UtilityMeasure(table, target.column(), seed);
        return measure.training.length < LEAST_ROWS || measure.test.length == 0
                ? Utility.undefined(target, "a table has too few rows")
                : measure.result(target, classes, threads);
    }

    private Utility result(Target named, double[] classes, int threads) {
        BinnedFeatures features = BinnedFeatures.of(table.columns().stream()
                .filter(column -> column != target)
                .map(this::together)
                .toArray(double[][]::new));
        double[] truth = together(target);
        List<Double> areas = Workers.map(
                threads, LEARNERS * classes.length, i -> area(features, truth, classes[i / LEARNERS], i % LEARNERS));
        Double ofSynthetic = mean(areas, 0);
        Double ofTraining = mean(areas, 1);
        Double ofResampled = mean(areas, 2);
        return new Utility(
                target.name(),
                named.chosenBy(),
                classes.length == 1 ? 2 : classes.length,
                ofSynthetic,
                ofTraining,
                ofResampled,
                less(ofTraining, ofSynthetic),
                less(ofTraining, ofResampled),
                training.length,
                test.length,
                ofTraining == null ? "no class has held-out rows of both kinds" : null);
    }

    private static @Nullable Double less(@Nullable Double from, @Nullable Double what) {
        return from == null || what == null ? null : Double.valueOf(from - what);
    }

    /** Rows of a table that have the target, in random order. */
    private int[] rows(Side side, RandomGenerator random) {
        double[] values = target.numbers(side);
        return Arrays.stream(TreeDetector.draw(random, values.length, values.length))
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
    }

    /** A column of what is learnt from, one learner after the other, and of the rows that are tested on. */
    private double[] together(AlignedColumn column) {
        double[] all = new double[LEARNERS * training.length + test.length];
        double[] real = column.numbers(Side.REAL);
        pick(column.numbers(Side.SYNTHETIC), synthetic, all, 0);
        pick(real, training, all, 1);
        pick(real, resampled, all, 2);
        pick(column.numbers(Side.HOLDOUT), test, all, LEARNERS);
        return all;
    }

    private void pick(double[] values, int[] rows, double[] to, int part) {
        for (int i = 0; i < rows.length; i++) {
            to[part * training.length + i] = values[rows[i]];
        }
    }

    /** The area under the curve of one value against the rest. */
    private double area(BinnedFeatures features, double[] truth, double value, int learner) {
        boolean[] positive = new boolean[truth.length];
        for (int row = 0; row < truth.length; row++) {
            positive[row] = truth[row] == value;
        }
        int from = learner * training.length;
        BoostedTrees trees = BoostedTrees.fit(
                features,
                positive,
                IntStream.range(from, from + training.length).toArray(),
                BoostingOptions.defaults());
        int first = LEARNERS * training.length;
        double[] scores = new double[test.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = trees.score(features, first + i);
        }
        return RocCurve.area(scores, Arrays.copyOfRange(positive, first, positive.length));
    }

    private static @Nullable Double mean(List<Double> areas, int learner) {
        double[] defined = IntStream.range(0, areas.size())
                .filter(i -> i % LEARNERS == learner)
                .mapToDouble(areas::get)
                .filter(x -> !Double.isNaN(x))
                .toArray();
        return defined.length == 0
                ? null
                : Double.valueOf(Arrays.stream(defined).sum() / defined.length);
    }
}
