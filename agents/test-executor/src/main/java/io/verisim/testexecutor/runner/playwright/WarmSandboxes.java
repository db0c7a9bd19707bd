package io.verisim.testexecutor.runner.playwright;

import io.verisim.testexecutor.runner.RunnerEnvironment;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sandboxes with a browser in them, started ahead; each is used for exactly one test. */
final class WarmSandboxes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmSandboxes.class);

    private static final Executor AFTER_IDLE = CompletableFuture.delayedExecutor(
            10,
            TimeUnit.MINUTES,
            work -> Thread.ofVirtual().name("sandbox-idle").start(work));

    private final RunnerEnvironment environment;
    private final ExecutorService starter = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("sandbox-start-", 0).factory());
    private final Deque<Future<BrowserSandbox>> waiting = new ArrayDeque<>();
    private boolean closed;

    WarmSandboxes(RunnerEnvironment environment) {
        this.environment = environment;
        refill();
    }

    private synchronized void refill() {
        while (!closed && waiting.size() < environment.warm()) {
            Future<BrowserSandbox> starting = starter.submit(() -> BrowserSandbox.start(environment));
            waiting.add(starting);
            AFTER_IDLE.execute(() -> giveUp(starting));
        }
    }

    /** Sandboxes hold memory: one for which no test comes is closed, and none waits until the next test. */
    private void giveUp(Future<BrowserSandbox> sandbox) {
        try {
            if (remove(sandbox)) {
                started(sandbox).close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A sandbox that waited had not started: {}", e.getMessage());
        }
    }

    private synchronized boolean remove(Future<BrowserSandbox> sandbox) {
        return waiting.remove(sandbox);
    }

    /** A sandbox that is ready, or becomes so soon; the caller closes it. Another one is started in its place. */
    BrowserSandbox take() throws IOException, InterruptedException {
        try {
            for (Future<BrowserSandbox> next = poll(); next != null; next = poll()) {
                BrowserSandbox sandbox = awaited(next);
                if (sandbox != null) {
                    return sandbox;
                }
            }
            return BrowserSandbox.start(environment);
        } finally {
            refill();
        }
    }

    /** One that was started ahead; null where it is of no use, as where what it lacked then is there now. */
    private @Nullable BrowserSandbox awaited(Future<BrowserSandbox> starting) throws IOException, InterruptedException {
        try {
            BrowserSandbox sandbox = started(starting);
            if (sandbox.alive()) {
                return sandbox;
            }
            LOG.info("A sandbox that waited has died; another one is taken");
            sandbox.close();
        } catch (InterruptedException e) {
            putBack(starting);
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.info("A sandbox had not started ahead, another one is started now: {}", e.getMessage());
        }
        return null;
    }

    private synchronized void putBack(Future<BrowserSandbox> starting) {
        if (closed) {
            Thread.ofVirtual().start(() -> discard(starting));
        } else {
            waiting.addFirst(starting);
        }
    }

    private synchronized @Nullable Future<BrowserSandbox> poll() {
        return waiting.poll();
    }

    private static BrowserSandbox started(Future<BrowserSandbox> starting) throws IOException, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IOException("A sandbox did not start", e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (Runnable unborn : starter.shutdownNow()) {
            ((Future<?>) unborn).cancel(false);
        }
        for (Future<BrowserSandbox> next = poll(); next != null; next = poll()) {
            discard(next);
        }
    }

    private static void discard(Future<BrowserSandbox> starting) {
        try {
            started(starting).close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A sandbox that waited had not started: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
