package io.verisim.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a server by force that is stopping and does not get to the end. One that is told to stop while it recovers from a
 * crash, or one of whose processes is killed meanwhile, may wait for its own checkpointer for ever: it runs, and lets
 * nobody in.
 */
record EndlessStop(Path pidFile, Supplier<Optional<ProcessHandle>> server, Duration patience) {

    private static final Logger LOG = LoggerFactory.getLogger(EndlessStop.class);
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();
    private static final int STATUS_LINE = 7;
    private static final String STOPPING = "stopping";

    /** Looks on a thread of its own for as long as that is so. */
    void watchWhile(BooleanSupplier so) {
        Thread.ofPlatform().daemon().name("endless-stop").start(() -> run(so));
    }

    private void run(BooleanSupplier goesOn) {
        long since = System.nanoTime();
        while (goesOn.getAsBoolean()) {
            if (!isStopping()) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                LOG.warn("The database has been stopping for {} s; it is ended by force", patience.toSeconds());
                server.get().ifPresent(ProcessHandle::destroyForcibly);
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** The server tells in its process id file what it does. */
    private boolean isStopping() {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals(STOPPING);
        } catch (IOException gone) {
            return false;
        }
    }
}
