package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps processes running: starts them in order, starts again what ends, and stops all. Everything happens on one
 * thread, so that nothing is started while it stops; the thread lives for as long as any process, since a process may
 * end with the thread that started it.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long LOOK_MILLIS = 50;
    private static final long LOOK_WHEN_SETTLED_MILLIS = 1_000;
    private static final long STOP_SECONDS = 12;

    private final Home home;
    private final List<Supervised> parts;
    private final Runnable onLook;
    private final Runnable afterStop;
    private final Semaphore news = new Semaphore(0);
    private final CompletableFuture<Void> allReady = new CompletableFuture<>();
    private final CompletableFuture<GivenUp> failure = new CompletableFuture<>();
    private final Thread thread;

    private volatile Map<String, ProcessHandle> jvms = Map.of();
    private volatile boolean stopping;
    private @Nullable ProcessList told;

    /**
     * A part that does not come up.
     *
     * @param part which
     * @param sentence what happened
     */
    record GivenUp(Part part, String sentence) {}

    /**
     * What is done besides.
     *
     * @param onLook before each look at processes that are not all ready
     * @param afterStop once no process runs any more
     */
    record Besides(Runnable onLook, Runnable afterStop) {}

    private Supervisor(Home home, List<Part> parts, RestartPolicy policy, Besides besides) {
        this.home = home;
        this.onLook = besides.onLook();
        this.afterStop = besides.afterStop();
        this.parts = parts.stream()
                .map(part -> new Supervised(part, policy, news::release))
                .toList();
        this.thread = Thread.ofPlatform().daemon().name("supervisor").unstarted(this::run);
    }

    /** Begins to start the parts. */
    static Supervisor start(Home home, List<Part> parts, RestartPolicy policy, Besides besides) {
        Supervisor supervisor = new Supervisor(home, parts, policy, besides);
        supervisor.thread.start();
        return supervisor;
    }

    /** Completed once all parts were ready at the same time. */
    CompletableFuture<Void> allReady() {
        return allReady;
    }

    /** Completed where a part is given up; never otherwise. */
    CompletableFuture<GivenUp> failure() {
        return failure;
    }

    /** The JVMs that run now, by name of their part. */
    Map<String, ProcessHandle> jvms() {
        return jvms;
    }

    /** Stops all processes and waits for it; nothing is started any more. */
    void stop() {
        stopping = true;
        news.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                lookSafely();
                boolean settled = parts.stream().allMatch(Supervised::isSettled);
                if (news.tryAcquire(settled ? LOOK_WHEN_SETTLED_MILLIS : LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException | Error e) {
            failure.completeExceptionally(e);
        } finally {
            endAll();
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The supervisor met something unexpected and goes on", e);
        }
    }

    private void look() {
        if (!parts.stream().allMatch(Supervised::isReady)) {
            onLook.run();
        }
        for (Supervised part : parts) {
            part.look(this::isReady);
            if (part.isGivenUp()) {
                failure.complete(new GivenUp(part.part(), part.obituary()));
            }
        }
        publish();
        if (parts.stream().allMatch(Supervised::isReady)) {
            allReady.complete(null);
        }
    }

    private boolean isReady(String name) {
        return parts.stream().anyMatch(part -> part.part().name().equals(name) && part.isReady());
    }

    private void publish() {
        ProcessList now = new ProcessList(parts.stream().map(Supervised::entry).toList());
        if (now.equals(told)) {
            return;
        }
        Map<String, ProcessHandle> handles = new LinkedHashMap<>();
        for (Supervised part : parts) {
            ProcessHandle jvm = part.jvm();
            if (jvm != null) {
                handles.put(part.part().name(), jvm);
            }
        }
        jvms = handles;
        try {
            now.write(home);
            told = now;
        } catch (IOException e) {
            LOG.warn("The list of processes cannot be written; it is tried again: {}", e.getMessage());
        }
    }

    /** What others need goes last: they still have something to tell it. */
    private void endAll() {
        List<Supervised> needed =
                parts.stream().filter(part -> part.part().needs() == null).toList();
        List<Supervised> others =
                parts.stream().filter(part -> part.part().needs() != null).toList();
        end(others);
        end(needed);
        try {
            afterStop.run();
            ProcessList.clear(home);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Not everything stopped in order", e);
        }
    }

    /** Asks all at once, and ends those by force that do not follow in time. */
    private static void end(List<Supervised> parts) {
        List<PlatformProcess> processes = new ArrayList<>(
                parts.stream().map(Supervised::process).filter(Objects::nonNull).toList());
        processes.forEach(p -> p.jvm().orElse(p.process().toHandle()).destroy());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        for (PlatformProcess process : processes) {
            try {
                if (process.process().waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    continue;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            LOG.warn("The process '{}' did not stop in {} s and is ended by force", process.name(), STOP_SECONDS);
            process.jvm().ifPresent(ProcessHandle::destroyForcibly);
            process.process().destroyForcibly().onExit().join();
        }
    }
}
