package io.verisim.embedded.postgres;

import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.home.DirectoryLock;
import io.verisim.embedded.home.PrivateFiles;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server as a child of this process, on the loopback address, with password authentication for everybody.
 * Data survive a restart. The server outlives a killed parent; the next start on the directory stops it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The orchestrator's database. */
    public static final String ORCHESTRATOR_DATABASE = "verisim";

    /** The database of the system under test. */
    public static final String TARGET_DATABASE = "target";

    private final PostgresServer server;
    private final DirectoryLock lock;
    private final DatabaseConnection administrator;
    private final DatabaseConnection orchestrator;
    private final TargetDatabase target;

    private EmbeddedPostgres(
            PostgresServer server, DirectoryLock lock, DatabaseConnection administrator, PostgresOptions options) {
        this.server = server;
        this.lock = lock;
        this.administrator = administrator;
        PostgresAccounts accounts = new PostgresAccounts(administrator);
        PostgresOptions.Passwords passwords = options.passwords();
        this.orchestrator = accounts.database(ORCHESTRATOR_DATABASE, "verisim_orchestrator", passwords.orchestrator());
        this.target = accounts.targetDatabase(
                TARGET_DATABASE,
                administrator.withRole("verisim_loader", passwords.loader()),
                administrator.withRole("verisim_crm", passwords.crm()));
    }

    /**
     * Starts the server, on a fresh data directory where there is none, and makes roles and databases that are missing.
     *
     * @throws VerisimException CONFIGURATION {@code PORT_TAKEN} where the port is not free, {@code HOME_IN_USE} where
     *     another instance has the directory; INTEGRATION where the server does not start
     */
    public static EmbeddedPostgres start(PostgresOptions options) {
        Path directory = PrivateFiles.directory(options.directory().toAbsolutePath());
        DirectoryLock lock = DirectoryLock.acquire(directory);
        PostgresServer server = null;
        try {
            Path programs = PostgresBinaries.unpackedUnder(options.binaries().toAbsolutePath());
            Privileges privileges = Privileges.detect();
            privileges.letIn(programs);
            server = new PostgresServer(programs, directory, privileges);
            server.initialise(options.passwords().administrator());
            int port = server.start(options.port(), options.durable());
            DatabaseConnection administrator = new DatabaseConnection(
                    "127.0.0.1",
                    port,
                    "postgres",
                    PostgresAccounts.ADMINISTRATOR,
                    options.passwords().administrator());
            return new EmbeddedPostgres(server, lock, administrator, options);
        } catch (IOException e) {
            throw abandoned(server, lock, new UncheckedIOException("PostgreSQL on " + directory, e));
        } catch (RuntimeException e) {
            throw abandoned(server, lock, e);
        }
    }

    /** Whether a server of this directory runs, or was killed: one that stopped in order leaves no trace. */
    public static boolean isLeftOver(Path directory) {
        return Files.exists(PostgresServer.pidFile(directory.toAbsolutePath()));
    }

    /**
     * Stops the server that outlived a killed parent, if one did.
     *
     * @throws VerisimException CONFIGURATION {@code HOME_IN_USE} where its parent lives
     */
    public static void stopLeftOver(PostgresOptions options) {
        Path directory = options.directory().toAbsolutePath();
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try (lock) {
            Path programs = PostgresBinaries.unpackedUnder(options.binaries().toAbsolutePath());
            new PostgresServer(programs, directory, Privileges.detect()).stopLeftOver();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL on " + directory, e);
        }
    }

    private static RuntimeException abandoned(
            @Nullable PostgresServer server, DirectoryLock lock, RuntimeException cause) {
        try (lock) {
            if (server != null) {
                server.stop();
            }
        } catch (RuntimeException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
        return cause;
    }

    /** The superuser, in database {@code postgres}. */
    public DatabaseConnection administrator() {
        return administrator;
    }

    public DatabaseConnection orchestrator() {
        return orchestrator;
    }

    public TargetDatabase target() {
        return target;
    }

    /** Completed when the server has ended, by itself or not. */
    public CompletableFuture<?> end() {
        return server.end();
    }

    @Override
    public void close() {
        try (lock) {
            server.stop();
        }
    }

    @Override
    public String toString() {
        return "EmbeddedPostgres(" + administrator.host() + ":" + administrator.port() + ")";
    }
}
