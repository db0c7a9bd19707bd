package io.verisim.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Starts servers at once, and stops at once what was started. */
final class Together {

    private final List<Future<? extends AutoCloseable>> starting = new ArrayList<>();

    /** Begins to start a server on a thread of its own. */
    <T extends AutoCloseable> Future<T> start(Callable<T> start) {
        FutureTask<T> task = new FutureTask<>(start);
        starting.add(task);
        Thread.ofPlatform().name("embedded-start").daemon().start(task);
        return task;
    }

    /** Waits for one server, throwing what its start threw. */
    static <T> T started(Future<T> server) {
        try {
            return server.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while servers started", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A server did not start", e.getCause());
        }
    }

    /**
     * Stops at once all that was started, waiting for those still starting; one that did not start is passed over.
     *
     * @throws IllegalStateException where one does not stop cleanly, after all were tried
     */
    void stop() {
        List<Thread> threads = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        for (Future<? extends AutoCloseable> server : starting) {
            threads.add(Thread.ofPlatform().name("embedded-stop").start(() -> stop(server, failures)));
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= !joined(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throwFirst(failures);
    }

    private static void stop(Future<? extends AutoCloseable> server, List<Exception> failures) {
        @Nullable AutoCloseable running = null;
        try {
            running = server.get();
        } catch (ExecutionException | InterruptedException notStarted) {
            return;
        }
        try {
            running.close();
        } catch (Exception e) {
            synchronized (failures) {
                failures.add(e);
            }
        }
    }

    /** An interrupt shortens no orderly stop: the servers still have to write what they hold. */
    private static boolean joined(Thread thread) {
        boolean undisturbed = true;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                undisturbed = false;
            }
        }
        return undisturbed;
    }

    private static void throwFirst(List<Exception> failures) {
        if (!failures.isEmpty()) {
            IllegalStateException failure =
                    new IllegalStateException("A server did not stop cleanly", failures.getFirst());
            failures.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
