package io.verisim.embedded.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether a process runs, also one that is no child. A process that has ended and that its parent has not collected
 * counts as gone: in a container whose first process collects nobody it stays so for ever, and {@link
 * ProcessHandle#isAlive()} calls it alive.
 */
public final class LiveProcess {

    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();
    private static final char ZOMBIE = 'Z';

    private LiveProcess() {}

    /** Whether it runs. */
    public static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            // The name of the program, in brackets, may itself hold a bracket.
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return status.charAt(status.lastIndexOf(')') + 2) != ZOMBIE;
        } catch (IOException goneMeanwhileOrNoSuchFileSystem) {
            return process.isAlive();
        }
    }

    /** Completed when it does not run any more. */
    public static CompletableFuture<Void> end(ProcessHandle process) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        // A platform thread: work that keeps all carriers busy must not keep a process alive without its supervisor.
        Thread.ofPlatform().daemon().name("end-of-" + process.pid()).start(() -> {
            while (runs(process) && !end.isDone()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            end.complete(null);
        });
        return end;
    }
}
