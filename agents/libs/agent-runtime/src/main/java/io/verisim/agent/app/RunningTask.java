package io.verisim.agent.app;

import io.verisim.agent.Artifacts;
import io.verisim.agent.TaskCancelled;
import io.verisim.agent.TaskContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A task while it runs: passes progress on, not too often, and knows whether it was cancelled. */
final class RunningTask implements TaskContext {

    /** How far a task is. */
    record Progress(long processed, long total, String sentence) {}

    private final Artifacts artifacts;
    private final Path scratch;
    private final Clock clock;
    private final Duration interval;
    private final Consumer<Progress> listener;
    private final Thread worker;
    private final AtomicReference<@Nullable String> cancelled = new AtomicReference<>();

    private volatile boolean abandoned;
    private long lastSentMillis = Long.MIN_VALUE;
    private boolean over;
    private @Nullable Progress pending;

    RunningTask(Artifacts artifacts, Path scratch, Clock clock, Duration interval, Consumer<Progress> listener) {
        this.artifacts = artifacts;
        this.scratch = scratch;
        this.clock = clock;
        this.interval = interval;
        this.listener = listener;
        this.worker = Thread.currentThread();
    }

    @Override
    public Artifacts artifacts() {
        return artifacts;
    }

    @Override
    public Path scratch() {
        return scratch;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public synchronized void progress(long processed, long total, String sentence) {
        if (!over) {
            pending = new Progress(processed, total, sentence);
            sendIfDue();
        }
    }

    /** Sends the progress that was held back, once its time has come; what is said last must not wait for the next. */
    synchronized void sendIfDue() {
        long now = clock.millis();
        long passed = now - lastSentMillis;
        // A clock that was set back must not silence the task.
        if (pending != null && (lastSentMillis == Long.MIN_VALUE || passed < 0 || passed >= interval.toMillis())) {
            lastSentMillis = now;
            send();
        }
    }

    /** Sends the last progress that was held back; nothing is sent after it. */
    synchronized void finish() {
        over = true;
        send();
    }

    private void send() {
        Progress last = pending;
        pending = null;
        if (last != null) {
            listener.accept(last);
        }
    }

    @Override
    public void checkCancelled() {
        String reason = cancelled.get();
        if (reason != null) {
            throw new TaskCancelled(reason);
        }
    }

    /** Asks the task to stop; wakes it where it waits. */
    void cancel(String reason) {
        cancelled.set(reason);
        worker.interrupt();
    }

    /** Asks the task to stop because the instance does; the task is not answered, so that another instance takes it. */
    void abandon() {
        abandoned = true;
        cancel("the agent stops");
    }

    boolean isAbandoned() {
        return abandoned;
    }

    boolean isCancelled() {
        return cancelled.get() != null;
    }
}
