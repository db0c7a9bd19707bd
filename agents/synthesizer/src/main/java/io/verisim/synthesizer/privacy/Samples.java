package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The rows that are compared: all of them up to {@value #MOST_ROWS} a table, else so many drawn with the seed, in random
 * order. Searches ask about as many of them as keep the pairs of rows below {@value #MOST_PAIRS}.
 *
 * @param training rows of the real table
 * @param synthetic rows of the synthetic table
 * @param holdout rows of the holdout; none without one
 */
record Samples(int[] training, int[] synthetic, int[] holdout) {

    /** Most rows of a table that are searched through. */
    static final int MOST_ROWS = 200_000;

    /** Most rows of a table that are searched for. */
    static final int MOST_QUERIES = 10_000;

    /** Most pairs of rows in one search. */
    static final long MOST_PAIRS = 200_000_000;

    static Samples of(AlignedTable table, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] synthetic = Draws.draw(random, table.rows(Side.SYNTHETIC), MOST_ROWS);
        int[] training = Draws.draw(random, table.rows(Side.REAL), MOST_ROWS);
        int[] holdout = table.has(Side.HOLDOUT) ? Draws.draw(random, table.rows(Side.HOLDOUT), MOST_ROWS) : new int[0];
        return new Samples(training, synthetic, holdout);
    }

    /** Which of some rows are searched for among so many. */
    static int[] queries(int[] rows, int among) {
        return Draws.head(rows, (int) Math.min(MOST_QUERIES, MOST_PAIRS / Math.max(1, among)));
    }

    int[] of(Side side) {
        return switch (side) {
            case REAL -> training;
            case SYNTHETIC -> synthetic;
            case HOLDOUT -> holdout;
        };
    }
}
