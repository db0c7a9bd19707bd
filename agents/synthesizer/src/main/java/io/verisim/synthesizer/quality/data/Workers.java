package io.verisim.synthesizer.quality.data;

import io.verisim.numerics.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does independent pieces of work on several threads; the results come back in order whatever the threads do. */
public final class Workers {

    private Workers() {}

    /**
     * Does {@code tasks} pieces of work.
     *
     * @param threads at least 1; with 1 the caller's thread does everything
     * @param work from the number of a piece to its result; an unchecked exception ends the whole
     */
    public static <T> List<T> map(int threads, int tasks, IntFunction<T> work) {
        List<T> results = new ArrayList<>(tasks);
        if (threads <= 1 || tasks <= 1) {
            for (int i = 0; i < tasks; i++) {
                Interruption.check();
                results.add(work.apply(i));
            }
            return results;
        }
        List<Callable<T>> calls = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            int piece = i;
            calls.add(() -> {
                Interruption.check();
                return work.apply(piece);
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks))) {
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while measuring");
        }
    }
}
