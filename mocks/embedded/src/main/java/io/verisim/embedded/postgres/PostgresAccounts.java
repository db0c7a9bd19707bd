package io.verisim.embedded.postgres;

import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.model.error.VerisimException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Roles and databases of a server, made where missing. A database belongs to one role; nobody else may connect, except
 * the role of the system under test, to its target database, where it reads and edits what the loader makes.
 */
public final class PostgresAccounts {

    /** The superuser. */
    public static final String ADMINISTRATOR = "postgres";

    private static final String INVALID_PASSWORD = "28P01";

    private final DatabaseConnection administrator;

    /**
     * Accounts of a server.
     *
     * @param administrator a superuser of the server, in any database
     */
    public PostgresAccounts(DatabaseConnection administrator) {
        this.administrator = administrator;
    }

    /** A database with its owner, both made where missing. */
    public DatabaseConnection database(String name, String owner, String password) {
        try (Connection connection = connect(administrator)) {
            role(connection, owner, password);
            createDatabase(connection, name, owner);
        } catch (SQLException e) {
            throw failed("make database '" + name + "'", e);
        }
        return administrator.withDatabase(name).withRole(owner, password);
    }

    /** A database of the system under test with both its roles, all made where missing. */
    public TargetDatabase targetDatabase(String name, DatabaseConnection loader, DatabaseConnection crm) {
        database(name, loader.username(), loader.password());
        try (Connection connection = connect(administrator)) {
            role(connection, crm.username(), crm.password());
            execute(connection, "GRANT CONNECT ON DATABASE " + quoted(name) + " TO " + quoted(crm.username()));
        } catch (SQLException e) {
            throw failed("let '" + crm.username() + "' into database '" + name + "'", e);
        }
        try (Connection connection = connect(administrator.withDatabase(name))) {
            String defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + quoted(loader.username()) + " IN SCHEMA public ";
            String role = quoted(crm.username());
            execute(connection, "GRANT USAGE ON SCHEMA public TO " + role);
            execute(connection, defaults + "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + role);
            execute(connection, defaults + "GRANT USAGE, SELECT ON SEQUENCES TO " + role);
        } catch (SQLException e) {
            throw failed("grant rights in database '" + name + "'", e);
        }
        return new TargetDatabase(
                administrator.withDatabase(name).withRole(loader.username(), loader.password()),
                administrator.withDatabase(name).withRole(crm.username(), crm.password()));
    }

    /** Removes a database, cutting off whoever is connected. */
    public void dropDatabase(String name) {
        try (Connection connection = connect(administrator)) {
            execute(connection, "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
        } catch (SQLException e) {
            throw failed("drop database '" + name + "'", e);
        }
    }

    /** Removes a role that owns nothing any more. */
    public void dropRole(String name) {
        try (Connection connection = connect(administrator)) {
            execute(connection, "DROP ROLE IF EXISTS " + quoted(name));
        } catch (SQLException e) {
            throw failed("drop role '" + name + "'", e);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
        execute(
                connection,
                (known ? "ALTER" : "CREATE") + " ROLE " + quoted(name)
                        + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD " + literal(password));
    }

    private static void createDatabase(Connection connection, String name, String owner) throws SQLException {
        if (exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            return;
        }
        execute(connection, "CREATE DATABASE " + quoted(name) + " OWNER " + quoted(owner) + " TEMPLATE template0");
        execute(connection, "REVOKE ALL ON DATABASE " + quoted(name) + " FROM PUBLIC");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseConnection database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static VerisimException failed(String what, SQLException cause) {
        if (INVALID_PASSWORD.equals(cause.getSQLState())) {
            return VerisimException.configuration(
                    "POSTGRES_PASSWORD",
                    "PostgreSQL refuses the administrator's password, so it cannot " + what + ".",
                    "Give back the 'secrets' folder that belongs to this home, or start with an empty home.");
        }
        return VerisimException.integration(
                "POSTGRES_ACCOUNTS", "PostgreSQL could not " + what + ".", "See the cause.", cause);
    }

    @Override
    public String toString() {
        return "PostgresAccounts(" + administrator + ")";
    }
}
