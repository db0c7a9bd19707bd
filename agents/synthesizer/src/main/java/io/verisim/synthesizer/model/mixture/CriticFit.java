package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.detector.BinnedFeatures;
import io.verisim.synthesizer.detector.BoostedTrees;
import io.verisim.synthesizer.detector.BoostingOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a {@link Critic}. A fifth of the rows of both kinds is not learnt from; it decides how many trees are kept, so
 * that what real rows show by chance alone is not enforced, and none where real and drawn rows cannot be told apart.
 */
final class CriticFit {

    /** More rows make the trees no better, but slower. */
    static final int MOST_REAL = 16_384;

    /** Drawn rows for each real one: those are many, so their share of chance need not count. */
    static final int DRAWN_A_REAL = 2;

    private static final int FOLDS = 5;
    private static final int DEPTH = 6;
    private static final double LEARNING_RATE = 0.1;
    private static final int LEAST_ROWS_OF_A_LEAF = 60;
    private static final double MOST = 6;
    private static final double CERTAIN_SHARE = 0.02;

    private CriticFit() {}

    /**
     * A critic, where there is something to criticise.
     *
     * @param real real rows as it sees them, by column and row
     * @param drawn the same of drawn rows
     * @param most trees at most
     */
    static Optional<Critic> train(byte[][] real, byte[][] drawn, int most) {
        if (real.length == 0 || real[0].length < FOLDS) {
            return Optional.empty();
        }
        int reals = real[0].length;
        byte[][] both = new byte[real.length][];
        Arrays.setAll(both, c -> concat(real[c], drawn[c]));
        boolean[] positive = new boolean[both[0].length];
        Arrays.fill(positive, 0, reals, true);
        BinnedFeatures features = BinnedFeatures.ofCodes(both, Coding.MAX_VIEW);
        BoostingOptions options = new BoostingOptions(most, DEPTH, LEARNING_RATE, LEAST_ROWS_OF_A_LEAF);
        BoostedTrees trees = BoostedTrees.fit(features, positive, rows(positive.length, false), options)
                .shortened(features, positive, rows(positive.length, true));
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

    private static int[] rows(int count, boolean heldOut) {
        return IntStream.range(0, count)
                .filter(row -> (row % FOLDS == 0) == heldOut)
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
