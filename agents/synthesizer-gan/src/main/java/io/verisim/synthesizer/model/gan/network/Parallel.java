package io.verisim.synthesizer.model.gan.network;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shares rows among threads. Each row is computed by one of them, from beginning to end and by the same operations
 * whoever it is, so that every result is the same for any number of threads: sums over rows are never shared out.
 */
public final class Parallel implements AutoCloseable {

    /** Works on the rows of a range. */
    @FunctionalInterface
    public interface RangeTask {
        void run(int from, int to);
    }

    private static final int RANGES_A_THREAD = 2;

    private final int threads;
    private final @Nullable ExecutorService pool;

    private Parallel(int threads) {
        this.threads = threads;
        pool = threads == 1
                ? null
                : Executors.newFixedThreadPool(
                        threads - 1,
                        Thread.ofPlatform().daemon().name("gan-", 1).factory());
    }

    public static Parallel of(int threads) {
        return new Parallel(threads);
    }

    /** The calling thread alone; needs no closing. */
    public static Parallel alone() {
        return new Parallel(1);
    }

    /** Works on all rows, in ranges that begin at even rows; returns when all are done. */
    public void rows(int rows, RangeTask task) {
        int grain = ((rows + threads * RANGES_A_THREAD - 1) / (threads * RANGES_A_THREAD) + 1) / 2 * 2;
        if (pool == null || rows <= 2) {
            task.run(0, rows);
            return;
        }
        int ranges = (rows + grain - 1) / grain;
        Share share = new Share(rows, grain, task, new CountDownLatch(ranges));
        for (int t = 1; t < Math.min(threads, ranges); t++) {
            pool.execute(share);
        }
        share.run();
        share.await();
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    /** The ranges of one task; whoever has time takes the next. */
    private static final class Share implements Runnable {

        private final int rows;
        private final int grain;
        private final RangeTask task;
        private final CountDownLatch open;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Share(int rows, int grain, RangeTask task, CountDownLatch open) {
            this.rows = rows;
            this.grain = grain;
            this.task = task;
            this.open = open;
        }

        @Override
        public void run() {
            for (int from = next.getAndAdd(grain); from < rows; from = next.getAndAdd(grain)) {
                try {
                    task.run(from, Math.min(rows, from + grain));
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    open.countDown();
                }
            }
        }

        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    open.await();
                    break;
                } catch (InterruptedException e) {
                    // others still write to the matrices; the caller asks for the interrupt before its next step
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable thrown = failure.get();
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
        }
    }
}
