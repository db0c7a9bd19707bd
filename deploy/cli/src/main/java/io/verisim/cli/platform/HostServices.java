package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that hosts embedded servers and mocks. Told to end, it stops the servers in order, also those that are
 * just starting; where its supervisor is killed, it does so by itself: the database would outlive it. It ends where the
 * database does, so that it is started again with all it hosts.
 */
public final class HostServices {

    private static final Logger LOG = LoggerFactory.getLogger(HostServices.class);

    private HostServices() {}

    /** Which ports the services take. */
    enum Choice {
        /** Those of the last start, where they are free; nobody else knows them yet. */
        WHERE_FREE,
        /** Those of the last start, or none: agents and orchestrator use them. */
        THE_SAME
    }

    /**
     * Runs until the process is told to end.
     *
     * @param args process id of the supervisor, the home, and the name of a {@link Choice} of ports
     */
    public static void main(String[] args) {
        CompletableFuture<ServicesHost> started = new CompletableFuture<>();
        AtomicBoolean stopping = new AtomicBoolean();
        Thread stop = new Thread(
                () -> {
                    stopping.set(true);
                    close(started);
                },
                "stop-services");
        Runtime.getRuntime().addShutdownHook(stop);
        Attached.to(args[0], () -> System.exit(1));
        try {
            ServicesHost host = start(Home.open(Path.of(args[1])), Choice.valueOf(args[2]));
            started.complete(host);
            host.end().join();
            if (!stopping.get()) {
                LOG.error("The database has ended; the process ends, to be started again with another one");
                System.exit(1);
            }
        } catch (IOException | RuntimeException | Error e) {
            started.completeExceptionally(e);
            LOG.error("The services did not start, the process ends", e);
            System.exit(1);
        }
    }

    private static ServicesHost start(Home home, Choice ports) throws IOException {
        return ports == Choice.THE_SAME ? ServicesHost.startAgain(home) : ServicesHost.start(home);
    }

    private static void close(CompletableFuture<ServicesHost> started) {
        started.handle((host, failure) -> host)
                .thenAccept(host -> {
                    if (host != null) {
                        host.close();
                    }
                })
                .join();
    }
}
