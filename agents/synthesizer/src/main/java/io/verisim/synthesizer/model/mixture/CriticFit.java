package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.detector.BinnedFeatures;
import io.verisim.synthesizer.detector.BoostedTrees;
import io.verisim.synthesizer.detector.BoostingOptions;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a {@link Critic}. Rows that are not learnt from decide how many trees are kept, so that what real rows show by
 * chance alone is not enforced, and none where real and drawn rows cannot be told apart: a fifth of them, or, where rows
 * are few, each fifth in turn, and then all rows are learnt from.
 */
final class CriticFit {

    /** More rows make the trees no better, but slower. */
    static final int MOST_REAL = 16_384;

    /** Up to so many real rows each one is needed for learning. */
    private static final int FEW = 4_096;

    private static final int FOLDS = 5;
    private static final int DEPTH = 6;
    private static final int DEPTH_OF_FEW = 4;
    private static final double LEARNING_RATE = 0.05;
    private static final int LEAST_ROWS_OF_A_LEAF = 60;
    private static final int PATIENCE = 40;
    private static final double MOST = 6;
    private static final double CERTAIN_SHARE = 0.02;

    private final BinnedFeatures features;
    private final boolean[] positive;
    private final boolean few;

    private CriticFit(BinnedFeatures features, boolean[] positive, boolean few) {
        this.features = features;
        this.positive = positive;
        this.few = few;
    }

    /** Drawn rows for each real one: the more, the less their share of chance counts. */
    static int drawnForAReal(int real) {
        return real <= FEW ? 4 : 2;
    }

    /**
     * A critic, where there is something to criticise.
     *
     * @param real real rows as it sees them, by column and row
     * @param drawn the same of drawn rows
     * @param most trees at most
     */
    static Optional<Critic> train(byte[][] real, byte[][] drawn, int most, int threads) {
        if (real.length == 0 || real[0].length < FOLDS) {
            return Optional.empty();
        }
        int reals = real[0].length;
        byte[][] both = new byte[real.length][];
        Arrays.setAll(both, c -> concat(real[c], drawn[c]));
        boolean[] positive = new boolean[both[0].length];
        Arrays.fill(positive, 0, reals, true);
        CriticFit fit = new CriticFit(BinnedFeatures.ofCodes(both, Coding.MAX_VIEW), positive, reals <= FEW);
        BoostedTrees trees = fit.few ? fit.ofAll(most, threads) : fit.without(0, most);
        if (trees.size() == 0) {
            return Optional.empty();
        }
        double prior = StrictMath.log((double) reals / (positive.length - reals));
        return Optional.of(new Critic(trees, prior, most(trees, drawn, prior)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** As many trees, learnt from all rows, as serve the folds best on average. */
    private BoostedTrees ofAll(int most, int threads) {
        int sum = Workers.map(threads, FOLDS, fold -> without(fold, most).size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        int size = (sum + FOLDS / 2) / FOLDS;
        int[] all = IntStream.range(0, positive.length).toArray();
        return size == 0 ? without(0, 1) : BoostedTrees.fit(features, positive, all, options(size));
    }

    private BoostedTrees without(int fold, int most) {
        return BoostedTrees.fit(features, positive, rows(fold, false), rows(fold, true), PATIENCE, options(most));
    }

    private BoostingOptions options(int trees) {
        return new BoostingOptions(trees, few ? DEPTH_OF_FEW : DEPTH, LEARNING_RATE, LEAST_ROWS_OF_A_LEAF);
    }

    private int[] rows(int fold, boolean inFold) {
        return IntStream.range(0, positive.length)
                .filter(row -> (row % FOLDS == fold) == inFold)
                .toArray();
    }

    /** The ratio that few drawn rows exceed, within limits: the higher, the truer, and the slower. */
    private static double most(BoostedTrees trees, byte[][] drawn, double prior) {
        double[] scores = trees.scores(BinnedFeatures.ofCodes(drawn, Coding.MAX_VIEW));
        Arrays.sort(scores);
        double high = scores[(int) ((scores.length - 1) * (1 - CERTAIN_SHARE))];
        return Math.clamp(StrictMath.exp(high - prior), 1, MOST);
    }
}
