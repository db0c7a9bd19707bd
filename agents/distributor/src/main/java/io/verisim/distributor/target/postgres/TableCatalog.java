package io.verisim.distributor.target.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table in the database: what it is, and how it is made, emptied and completed. */
final class TableCatalog {

    /** Marks tables that a load made, so that another load may make them anew; goes with the table. */
    private static final String MARK = "Made by Verisim";

    /**
     * A table that is there.
     *
     * @param types types by column name
     * @param ours whether a load made it
     */
    record Existing(Map<String, SqlType> types, boolean ours) {}

    private final Connection connection;
    private final PostgresSettings settings;

    TableCatalog(Connection connection, PostgresSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    Optional<Existing> find() throws SQLException {
        String query = """
                SELECT a.attname, t.typname, coalesce(obj_description(a.attrelid, 'pg_class'), '')
                FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY a.attnum""";
        Map<String, SqlType> types = new LinkedHashMap<>();
        boolean ours = false;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, settings.qualifiedTable());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    types.put(rows.getString(1), SqlType.named(rows.getString(2)));
                    ours = rows.getString(3).startsWith(MARK);
                }
            }
        }
        return types.isEmpty() ? Optional.empty() : Optional.of(new Existing(types, ours));
    }

    void create(List<TableColumn> columns) throws SQLException {
        String definitions = columns.stream().map(TableColumn::definition).collect(Collectors.joining(", "));
        execute("CREATE TABLE " + settings.qualifiedTable() + " (" + definitions + ")");
        execute("COMMENT ON TABLE " + settings.qualifiedTable() + " IS '" + MARK + "; synthetic data'");
    }

    void drop() throws SQLException {
        execute("DROP TABLE " + settings.qualifiedTable());
    }

    /** Removes all rows; one by one where foreign keys point here. */
    void empty() throws SQLException {
        String referenced = "SELECT 1 FROM pg_constraint WHERE contype = 'f' AND confrelid = to_regclass(?) LIMIT 1";
        boolean pointedAt;
        try (PreparedStatement statement = connection.prepareStatement(referenced)) {
            statement.setString(1, settings.qualifiedTable());
            try (ResultSet rows = statement.executeQuery()) {
                pointedAt = rows.next();
            }
        }
        execute((pointedAt ? "DELETE FROM " : "TRUNCATE TABLE ") + settings.qualifiedTable());
    }

    /** Done after the rows are in: a sort is faster than keeping an index up to date. */
    void addPrimaryKey(List<String> key) throws SQLException {
        execute("ALTER TABLE " + settings.qualifiedTable() + " ADD PRIMARY KEY (" + Sql.quoted(key) + ")");
    }

    void analyze() throws SQLException {
        execute("ANALYZE " + settings.qualifiedTable());
    }

    /** An empty twin of the table that goes with the transaction; its quoted name. */
    String incoming() throws SQLException {
        String name = "verisim_incoming";
        execute("CREATE TEMPORARY TABLE " + name + " (LIKE " + settings.qualifiedTable()
                + " INCLUDING DEFAULTS) ON COMMIT DROP");
        return name;
    }

    /** Moves the rows of the twin over, replacing those of equal key. */
    void merge(String incoming, List<String> columns) throws SQLException {
        String updates = columns.stream()
                .filter(column -> !settings.key().contains(column))
                .map(column -> Sql.quoted(column) + " = EXCLUDED." + Sql.quoted(column))
                .collect(Collectors.joining(", "));
        execute("INSERT INTO " + settings.qualifiedTable() + " (" + Sql.quoted(columns) + ") SELECT "
                + Sql.quoted(columns) + " FROM " + incoming + " ON CONFLICT (" + Sql.quoted(settings.key()) + ") DO "
                + (updates.isEmpty() ? "NOTHING" : "UPDATE SET " + updates));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
