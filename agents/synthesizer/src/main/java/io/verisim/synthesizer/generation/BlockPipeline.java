package io.verisim.synthesizer.generation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Makes blocks on several threads and gives them on in order; a few at a time, so that memory stays flat. */
final class BlockPipeline {

    private static final int AHEAD_A_THREAD = 2;

    private BlockPipeline() {}

    /** What is done with a block. */
    interface Sink<T> {

        void accept(T block) throws IOException;
    }

    /**
     * Makes the blocks from {@code first} to before {@code end}.
     *
     * @param make from a block's number to the block, on any thread; an unchecked exception ends the whole
     * @param sink called by the caller's thread
     */
    static <T> void run(long first, long end, int threads, LongFunction<T> make, Sink<T> sink) throws IOException {
        if (threads == 1) {
            for (long block = first; block < end; block++) {
                sink.accept(make.apply(block));
            }
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                run(first, end, threads, pool, make, sink);
            } finally {
                // Where it ended early, blocks that are begun are not worth waiting for.
                pool.shutdownNow();
            }
        }
    }

    private static <T> void run(
            long first, long end, int threads, ExecutorService pool, LongFunction<T> make, Sink<T> sink)
            throws IOException {
        Deque<Future<T>> ahead = new ArrayDeque<>();
        for (long block = first; block < end; block++) {
            long number = block;
            ahead.add(pool.submit(() -> make.apply(number)));
            if (ahead.size() > AHEAD_A_THREAD * threads) {
                sink.accept(await(ahead.remove()));
            }
        }
        while (!ahead.isEmpty()) {
            sink.accept(await(ahead.remove()));
        }
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while rows were made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
