package io.verisim.numerics;

import java.util.concurrent.CancellationException;

/**
 * Lets long computations be stopped. Loops that can run for long ask now and then; an interrupt of the thread then ends
 * the computation within moments.
 */
public final class Interruption {

    /** Ask once in so many rows; a power of two. */
    private static final int ROWS = 1_024;

    private Interruption() {}

    /**
     * Goes on, unless the thread was interrupted; it stays interrupted.
     *
     * @throws CancellationException where it was
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted");
        }
    }

    /** The same, once in a while, for loops over rows. */
    public static void checkAt(int row) {
        if ((row & (ROWS - 1)) == 0) {
            check();
        }
    }
}
