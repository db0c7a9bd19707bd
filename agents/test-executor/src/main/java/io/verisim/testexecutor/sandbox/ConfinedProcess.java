package io.verisim.testexecutor.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A confined process with all its children; watched for memory, number and disk, and killed as a whole. */
public final class ConfinedProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConfinedProcess.class);
    private static final long WATCH_MILLIS = 300;
    private static final int DISK_EVERY = 5;
    private static final long MIB = 1L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = 5_000_000;

    private final Process process;
    private final SandboxLimits limits;
    private final Path scratch;
    private final AtomicReference<@Nullable String> killed = new AtomicReference<>();
    private final Set<ProcessHandle> seen = new HashSet<>();

    ConfinedProcess(Process process, SandboxLimits limits, Path scratch) {
        this.process = process;
        this.limits = limits;
        this.scratch = scratch;
        Thread.ofVirtual().name("sandbox-watch").start(this::watch);
    }

    /** The process itself, for its streams. */
    public Process process() {
        return process;
    }

    /** Why the process was killed for what it used; null where it was not. */
    public @Nullable String killedFor() {
        return killed.get();
    }

    /** Whether a process was seen below this one. */
    synchronized boolean watched(ProcessHandle handle) {
        return seen.contains(handle);
    }

    private void watch() {
        try {
            for (int look = 1; !process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS); look++) {
                try {
                    check(look % DISK_EVERY == 0);
                } catch (RuntimeException e) {
                    // A look that fails must not be the last one.
                    LOG.debug("A sandbox could not be looked at: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(boolean disk) {
        Usage usage = Usage.of(all());
        if (usage.memoryBytes() > limits.memoryBytes()) {
            kill("it used more than " + limits.memoryBytes() / MIB + " MiB of memory");
        } else if (usage.processes() > limits.processes()) {
            kill("it started more than " + limits.processes() + " processes");
        } else if (disk && Usage.disk(scratch, limits.fileBytes()) > limits.fileBytes()) {
            kill("it wrote more than " + limits.fileBytes() / MIB + " MiB");
        }
    }

    private void kill(String reason) {
        killed.compareAndSet(null, reason);
        destroy();
    }

    /**
     * The process and all that was ever seen below it. One that lost its parent is below it no longer, and where there is
     * no namespace of processes it would live on.
     */
    private synchronized Set<ProcessHandle> all() {
        seen.removeIf(handle -> !runs(handle));
        seen.add(process.toHandle());
        process.descendants().forEach(seen::add);
        for (ProcessHandle handle : List.copyOf(seen)) {
            if (handle.parent().filter(seen::contains).isEmpty()) {
                handle.descendants().forEach(seen::add);
            }
        }
        return Set.copyOf(seen);
    }

    /**
     * Whether a process runs. One that has ended and that its parent has not collected counts as gone: in a container whose
     * first process collects nobody, an orphan stays so for ever.
     */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            // The name of the program, in brackets, may itself hold a bracket.
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException goneMeanwhileOrNoSuchFileSystem) {
            return process.isAlive();
        }
    }

    private Set<ProcessHandle> destroy() {
        Set<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        return all;
    }

    /** Kills the process and its children, and waits until they are gone. */
    @Override
    public void close() {
        Set<ProcessHandle> all = destroy();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all.stream().anyMatch(ConfinedProcess::runs) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
