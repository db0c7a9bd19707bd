package io.verisim.distributor.target.postgres;

import io.verisim.distributor.target.LoadRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The table {@code verisim_load} of a target: one row for each load that was committed, written in the same transaction
 * as its rows. It is how a repeated task finds out that its work is done.
 */
final class Ledger {

    static final String TABLE = "verisim_load";

    /**
     * A finished load.
     *
     * @param table the table that was loaded
     * @param rows its rows
     */
    record Entry(String table, long rows) {}

    private final Connection connection;
    private final String schema;
    private final String ledger;

    Ledger(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
        this.ledger = Sql.quoted(schema, TABLE);
    }

    /** Makes the table where it is missing, and commits; two loads may come at once. */
    void prepare() throws SQLException {
        if (exists()) {
            connection.rollback();
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('" + TABLE + "'))");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS %s (
                      task_id text PRIMARY KEY,
                      workflow_id text NOT NULL,
                      target text NOT NULL,
                      table_name text NOT NULL,
                      mode text NOT NULL,
                      rows bigint NOT NULL,
                      chunks_sha256 text[] NOT NULL,
                      loaded_at timestamptz NOT NULL)
                    """.formatted(ledger));
            revokeFromOthers(statement);
        }
        connection.commit();
    }

    private boolean exists() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            query.setString(1, ledger);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Default privileges may let the system under test write into every new table; this one is not its business. */
    private void revokeFromOthers(Statement statement) throws SQLException {
        statement.execute("""
                DO $$
                DECLARE other text;
                BEGIN
                  FOR other IN SELECT DISTINCT grantee::regrole::text
                    FROM pg_class, aclexplode(relacl)
                    WHERE pg_class.oid = to_regclass('%s') AND grantee NOT IN (0, relowner)
                  LOOP
                    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON %s FROM %%s', other);
                  END LOOP;
                END $$
                """.formatted(
                        ledger.replace("'", "''"), ledger.replace("'", "''").replace("%", "%%")));
    }

    /**
     * Records the load, not yet committed. Where another delivery of the same task is at work, this waits for its end.
     *
     * @return the finished load of this task, where there is one: then there is nothing to do
     */
    Optional<Entry> claim(LoadRequest request, PostgresSettings settings) throws SQLException {
        String insert = "INSERT INTO " + ledger + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, request.task().toString());
            statement.setString(2, request.workflow().toString());
            statement.setString(3, request.settings().name());
            statement.setString(4, settings.table());
            statement.setString(5, settings.mode().spelling());
            statement.setLong(6, request.dataset().rows());
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "text",
                            request.dataset().chunks().stream()
                                    .map(chunk -> chunk.sha256())
                                    .toArray()));
            statement.setObject(
                    8, OffsetDateTime.ofInstant(request.surroundings().clock().instant(), ZoneOffset.UTC));
            return statement.executeUpdate() == 1 ? Optional.empty() : Optional.of(find(request));
        }
    }

    private Entry find(LoadRequest request) throws SQLException {
        String query = "SELECT table_name, rows FROM " + ledger + " WHERE task_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, request.task().toString());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("The ledger row of the task vanished", "40001");
                }
                return new Entry(rows.getString(1), rows.getLong(2));
            }
        }
    }

    /** Completes the claimed row. */
    void complete(LoadRequest request, long rows) throws SQLException {
        String update = "UPDATE " + ledger + " SET rows = ? WHERE task_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setLong(1, rows);
            statement.setString(2, request.task().toString());
            statement.executeUpdate();
        }
    }

    @Override
    public String toString() {
        return schema + "." + TABLE;
    }
}
