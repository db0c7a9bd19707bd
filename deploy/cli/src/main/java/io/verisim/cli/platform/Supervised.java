package io.verisim.cli.platform;

import io.verisim.embedded.home.LiveProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part while it is supervised: its process, and how it fares. Used by one thread only. */
final class Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final int UNKNOWN = -1;

    private final Part part;
    private final RestartPolicy policy;
    private final Runnable wake;

    private Part.@Nullable Run run;
    private @Nullable ProcessHandle jvm;
    private boolean ready;
    private boolean wasReady;
    private int starts;
    private int deaths;
    private int vain;
    private int exitCode = UNKNOWN;
    private long startedNanos;
    private long dueNanos = System.nanoTime();
    private String state = ProcessList.STARTING;
    private Instant since = Instant.now();

    /**
     * A part that is not started yet.
     *
     * @param wake called, on any thread, where it is worth another {@link #look}
     */
    Supervised(Part part, RestartPolicy policy, Runnable wake) {
        this.part = part;
        this.policy = policy;
        this.wake = wake;
    }

    Part part() {
        return part;
    }

    boolean isReady() {
        return ready;
    }

    /** Its process, where there is one. */
    @Nullable
    PlatformProcess process() {
        return run == null ? null : run.process();
    }

    /** The JVM of its process, which may have another process around it; null where it is not there. */
    @Nullable
    ProcessHandle jvm() {
        return run == null ? null : jvm;
    }

    ProcessList.Entry entry() {
        ProcessHandle handle = jvm();
        return new ProcessList.Entry(
                part.name(), handle == null ? null : handle.pid(), state, Math.max(0, starts - 1), since, part.url());
    }

    /** Whether nothing is to be expected but its end. */
    boolean isSettled() {
        return ready && jvm != null;
    }

    boolean isGivenUp() {
        return run == null && policy.givesUp(vain, wasReady);
    }

    /** Why it is given up, in a sentence. */
    String obituary() {
        String times = vain == 1 ? "" : " " + vain + " times";
        String code = exitCode == UNKNOWN ? "" : " (exit code " + exitCode + ")";
        return "The process '" + part.name() + "' ended" + times + " without getting ready" + code + ".";
    }

    /** Does what is due: starts it, sees that it is ready, or that it has ended. */
    void look(Predicate<String> isReady) {
        Part.Run present = run;
        if (present == null) {
            if (isDue() && (part.needs() == null || isReady.test(part.needs()))) {
                start();
            }
        } else if (!present.process().process().isAlive()) {
            ended(present.process().process().exitValue());
        } else {
            if (jvm == null) {
                jvm = present.process().jvm().orElse(null);
            }
            if (!ready && present.ready().getAsBoolean()) {
                becomeReady();
            }
        }
    }

    /** What is left of its last process must be gone, too, where the process around it went first. */
    private boolean isDue() {
        return !isGivenUp() && System.nanoTime() - dueNanos >= 0 && (jvm == null || !LiveProcess.runs(jvm));
    }

    private void start() {
        starts++;
        startedNanos = System.nanoTime();
        jvm = null;
        try {
            Part.Run started = part.launch().start();
            run = started;
            started.process().process().onExit().thenRun(wake);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The process '{}' cannot be started", part.name(), e);
            ended(UNKNOWN);
        }
    }

    private void becomeReady() {
        ready = true;
        wasReady = true;
        vain = 0;
        tell(ProcessList.READY);
        if (starts > 1) {
            LOG.info("The process '{}' is ready again", part.name());
        }
    }

    private void ended(int code) {
        Duration lived = Duration.ofNanos(System.nanoTime() - startedNanos);
        exitCode = code;
        if (!ready) {
            vain++;
        }
        deaths = policy.deathsInARow(deaths, lived);
        Duration delay = policy.delay(deaths);
        dueNanos = System.nanoTime() + delay.toNanos();
        run = null;
        ready = false;
        if (jvm != null) {
            jvm.destroyForcibly();
        }
        tell(ProcessList.RESTARTING);
        if (isGivenUp()) {
            LOG.error("{} It is given up; see {}", obituary(), part.log());
        } else {
            LOG.warn(
                    "The process '{}' has ended with {} and is started again in {} ms; see {}",
                    part.name(),
                    code,
                    delay.toMillis(),
                    part.log());
        }
    }

    private void tell(String newState) {
        state = newState;
        since = Instant.now();
    }
}
