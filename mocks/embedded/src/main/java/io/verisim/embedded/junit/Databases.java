package io.verisim.embedded.junit;

import io.verisim.embedded.EmbeddedHome;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.postgres.EmbeddedPostgres;
import io.verisim.embedded.postgres.PostgresAccounts;
import io.verisim.model.error.VerisimException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Databases for tests on one PostgreSQL server, embedded or real. On a real one they are dropped at the end. */
final class Databases implements AutoCloseable {

    private final @Nullable TemporaryHome home;
    private final Deque<Runnable> cleanUp = new ArrayDeque<>();

    private @Nullable DatabaseConnection administrator;

    private Databases(@Nullable TemporaryHome home, @Nullable DatabaseConnection administrator) {
        this.home = home;
        this.administrator = administrator;
    }

    static Databases embedded(TemporaryHome home) {
        return new Databases(home, null);
    }

    static Databases onServer(DatabaseConnection administrator) {
        return new Databases(null, administrator);
    }

    synchronized DatabaseConnection database(String name) {
        String owner = name + "_owner";
        PostgresAccounts accounts = accounts();
        dropLater(accounts, name, owner);
        return named(() -> accounts.database(name, owner, password()));
    }

    synchronized TargetDatabase target(String name) {
        DatabaseConnection server = administrator();
        PostgresAccounts accounts = accounts();
        DatabaseConnection loader = server.withRole(name + "_loader", password());
        DatabaseConnection crm = server.withRole(name + "_crm", password());
        dropLater(accounts, name, loader.username(), crm.username());
        return named(() -> accounts.targetDatabase(name, loader, crm));
    }

    private static String password() {
        return UUID.randomUUID().toString();
    }

    private PostgresAccounts accounts() {
        return new PostgresAccounts(administrator());
    }

    private DatabaseConnection administrator() {
        DatabaseConnection known = administrator;
        if (known == null && home != null) {
            EmbeddedPostgres server = EmbeddedPostgres.start(
                    EmbeddedHome.open(home.directory()).postgres(0).withoutDurability());
            cleanUp.addLast(server::close);
            known = server.administrator();
            administrator = known;
        }
        if (known == null) {
            throw new IllegalStateException("Neither an embedded server nor a real one");
        }
        return known;
    }

    /** An embedded server is removed as a whole. */
    private void dropLater(PostgresAccounts accounts, String database, String... roles) {
        if (home == null) {
            cleanUp.addLast(() -> {
                accounts.dropDatabase(database);
                for (String role : roles) {
                    accounts.dropRole(role);
                }
            });
        }
    }

    /** Says which service is missing, since this one was asked for. */
    private <T> T named(Supplier<T> action) {
        try {
            return action.get();
        } catch (VerisimException e) {
            throw VerisimException.integration(
                    "TEST_SERVICE_MISSING",
                    "The tests were told to use PostgreSQL at " + administrator + ": "
                            + e.detail().message(),
                    "Start it, or name another with VERISIM_TEST_POSTGRES; its user must be a superuser.",
                    e);
        }
    }

    @Override
    public synchronized void close() {
        while (!cleanUp.isEmpty()) {
            cleanUp.removeLast().run();
        }
    }

    @Override
    public String toString() {
        return home == null ? "PostgreSQL " + administrator : "embedded PostgreSQL";
    }
}
