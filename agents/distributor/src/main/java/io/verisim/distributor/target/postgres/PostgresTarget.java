package io.verisim.distributor.target.postgres;

import io.verisim.agent.Credentials;
import io.verisim.distributor.target.ColumnMapping;
import io.verisim.distributor.target.LoadOutcome;
import io.verisim.distributor.target.LoadProgress;
import io.verisim.distributor.target.LoadRequest;
import io.verisim.distributor.target.Target;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A table of a PostgreSQL database, loaded by COPY in one transaction together with its row in the ledger
 * {@code verisim_load}. A missing table is made, with typed columns, and a primary key where the dataset has a key
 * column; a column with values that do not fit its type is then made text. A table that somebody else made is never
 * changed in its shape.
 */
public final class PostgresTarget implements Target {

    @Override
    public String type() {
        return "postgres";
    }

    @Override
    public Map<String, Object> settingsSchema() {
        return PostgresSettings.jsonSchema();
    }

    @Override
    public LoadOutcome load(LoadRequest request, LoadProgress progress) throws IOException {
        ColumnMapping mapping = ColumnMapping.of(request.dataset().schema(), request.settings());
        PostgresSettings settings =
                PostgresSettings.of(request.settings(), request.dataset().schema(), mapping);
        Credentials credentials = request.surroundings().credentials().require(settings.credentials());
        SqlErrors errors = new SqlErrors(request.settings().name(), credentials.name());
        try (Connection connection = connect(credentials, settings)) {
            return load(connection, request, settings, mapping, progress);
        } catch (SQLException e) {
            throw errors.classify(e);
        }
    }

    private static LoadOutcome load(
            Connection connection,
            LoadRequest request,
            PostgresSettings settings,
            ColumnMapping mapping,
            LoadProgress progress)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        limit(connection, settings.limits());
        try {
            return new PostgresLoad(connection, request, settings, progress).run(mapping);
        } catch (SQLException | IOException | RuntimeException e) {
            undo(connection, e);
            throw e;
        }
    }

    /** Closing would undo it as well, but says nothing where that fails. */
    private static void undo(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void limit(Connection connection, PostgresSettings.Limits limits) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '" + limits.statementSeconds() + "s'");
            statement.execute("SET lock_timeout = '" + limits.lockSeconds() + "s'");
            statement.execute("SET idle_in_transaction_session_timeout = '" + limits.statementSeconds() + "s'");
        }
        connection.commit();
    }

    private static Connection connect(Credentials credentials, PostgresSettings settings) throws SQLException {
        String url = credentials.requiredUrl();
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "verisim-distributor");
        properties.setProperty(
                "connectTimeout", Integer.toString(settings.limits().connectSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        if (credentials.username() != null) {
            properties.setProperty("user", credentials.username());
        }
        if (credentials.password() != null) {
            properties.setProperty("password", credentials.password());
        }
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw VerisimException.configuration(
                    "CREDENTIALS_URL",
                    "The address of the credentials '" + credentials.name() + "' is none of PostgreSQL.",
                    "Set " + Credentials.variable(credentials.name(), "url")
                            + " to jdbc:postgresql://host:port/database.");
        }
        return connection;
    }
}
