package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.List;
import java.util.function.IntConsumer;

/** Rows dealt out to threads in runs. */
final class Pieces {

    private static final int ROWS = 16_384;

    private Pieces() {}

    /** Does something for every row; what one row writes no other may read or write. */
    static void each(int threads, int rows, IntConsumer work) {
        List<Boolean> done = Workers.map(threads, (rows + ROWS - 1) / ROWS, piece -> {
            for (int row = piece * ROWS; row < Math.min(rows, (piece + 1) * ROWS); row++) {
                Interruption.checkAt(row);
                work.accept(row);
            }
            return true;
        });
        assert done.stream().allMatch(Boolean::booleanValue);
    }
}
