package io.verisim.synthesizer.model;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.Interruption;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws until enough rows are wanted ones: the law is that of the model under the condition, exactly. Batches grow as
 * rows turn out to be rare; it is given up where fewer than one row in 10,000 is wanted.
 */
final class Rejection {

    private static final long LEAST_DRAWN = 100_000;
    private static final double LEAST_SHARE = 1e-4;
    private static final int SMALLEST = 16;
    private static final int LARGEST = 8_192;

    private Rejection() {}

    static void sample(FittedModel model, SampleBlock block, Conditions allowed, RandomGenerator random) {
        int filled = 0;
        long drawn = 0;
        int size = Math.clamp(block.rows(), SMALLEST, LARGEST);
        while (filled < block.rows()) {
            Interruption.check();
            SampleBlock batch = block.ofRows(size);
            model.sample(batch, random);
            for (int row = 0; row < size && filled < block.rows(); row++) {
                if (allowed.admits(batch, row)) {
                    block.copyRow(filled++, batch, row);
                }
            }
            drawn += size;
            if (drawn >= LEAST_DRAWN && filled < drawn * LEAST_SHARE) {
                throw tooRare(allowed, filled, drawn);
            }
            size = next(block.rows() - filled, filled, drawn);
        }
    }

    /** As many as are likely to be needed. */
    private static int next(int missing, int filled, long drawn) {
        double each = drawn / (filled + 1.0);
        return Math.clamp((long) (missing * each), SMALLEST, LARGEST);
    }

    private static VerisimException tooRare(Conditions allowed, int filled, long drawn) {
        double share = filled / (double) drawn;
        double most = (filled + 2 + 2 * StrictMath.sqrt(filled + 1.0)) / drawn;
        String estimate = filled == 0
                ? String.format(Locale.ROOT, "none of %,d rows drawn meets it, so its share is below %.1e", drawn, most)
                : String.format(
                        Locale.ROOT, "%d of %,d rows drawn meet it, a share of about %.1e", filled, drawn, share);
        return VerisimException.data(
                "CONDITION_TOO_RARE",
                "What is asked of the rows is too rare in what the model learned: " + estimate + ". It is asked: "
                        + allowed + ".",
                "Ask for something that more of the source's rows meet, or leave out a condition or constraint.",
                Map.of("condition", allowed.toString()));
    }
}
