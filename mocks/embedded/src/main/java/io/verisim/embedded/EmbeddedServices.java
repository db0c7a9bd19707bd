package io.verisim.embedded;

import io.verisim.embedded.broker.EmbeddedBroker;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.home.DirectoryLock;
import io.verisim.embedded.objects.EmbeddedObjects;
import io.verisim.embedded.postgres.EmbeddedPostgres;
import io.verisim.model.error.VerisimException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Broker, database and object store of one home directory, started and stopped together. State stays in the home:
 * {@code broker/}, {@code postgres/}, {@code objects/}, and the generated passwords in {@code secrets/}.
 */
public final class EmbeddedServices implements AutoCloseable {

    private final DirectoryLock lock;
    private final Together servers;
    private final EmbeddedPostgres database;
    private final ServiceConnections connections;

    private EmbeddedServices(DirectoryLock lock, Together servers, Started started) {
        this.lock = lock;
        this.servers = servers;
        this.database = started.database();
        this.connections = started.connections();
    }

    /** What is there once all accept connections. */
    private record Started(EmbeddedPostgres database, ServiceConnections connections) {}

    /** Starts all three on free ports. */
    public static EmbeddedServices start(Path home) {
        return start(home, ServicePorts.anyFree());
    }

    /**
     * Starts all three at once and waits until all accept connections; where one fails, the others are stopped again.
     *
     * @throws VerisimException CONFIGURATION {@code HOME_IN_USE} where another instance runs on this home,
     *     {@code PORT_TAKEN} where a port is not free; INTEGRATION where a server does not start
     */
    public static EmbeddedServices start(Path home, ServicePorts ports) {
        QuietLoggers.apply();
        DirectoryLock lock = DirectoryLock.acquire(home);
        Together servers = new Together();
        try {
            return new EmbeddedServices(lock, servers, startAll(EmbeddedHome.open(home), ports, servers));
        } catch (RuntimeException e) {
            try (lock) {
                servers.stop();
            } catch (RuntimeException notStopped) {
                e.addSuppressed(notStopped);
            }
            throw e;
        }
    }

    private static Started startAll(EmbeddedHome home, ServicePorts ports, Together servers) {
        Future<EmbeddedPostgres> postgres =
                servers.start(() -> EmbeddedPostgres.start(home.postgres(ports.postgres())));
        Future<EmbeddedBroker> broker = servers.start(() -> EmbeddedBroker.start(home.broker(ports.broker())));
        Future<EmbeddedObjects> objects = servers.start(() -> EmbeddedObjects.start(home.objects(ports.objects())));
        EmbeddedPostgres database = Together.started(postgres);
        return new Started(
                database,
                new ServiceConnections(
                        Together.started(broker).connection(),
                        database.orchestrator(),
                        database.target(),
                        Together.started(objects).connection()));
    }

    /**
     * Keeps the servers quiet below warnings where Logback is the logging system; a level that somebody set stays.
     * {@link #start} does this by itself.
     */
    public static void quietLoggers() {
        QuietLoggers.apply();
    }

    /**
     * Stops what a killed process left running on a home, which is its database: the other servers end with the process.
     *
     * @throws VerisimException CONFIGURATION {@code HOME_IN_USE} where an instance runs on this home
     */
    public static void stopLeftOver(Path home) {
        if (EmbeddedPostgres.isLeftOver(home.resolve(EmbeddedHome.POSTGRES))) {
            DirectoryLock lock = DirectoryLock.acquire(home);
            try (lock) {
                EmbeddedPostgres.stopLeftOver(EmbeddedHome.open(home).postgres(0));
            }
        }
    }

    /** How to reach the servers. */
    public ServiceConnections connections() {
        return connections;
    }

    /** Completed when the database has ended, which is a process of its own and may be killed alone. */
    public CompletableFuture<?> databaseEnd() {
        return database.end();
    }

    /** Stops all three at once; what they hold stays in the home. */
    @Override
    public void close() {
        try (lock) {
            servers.stop();
        }
    }

    @Override
    public String toString() {
        return "EmbeddedServices(" + connections + ")";
    }
}
