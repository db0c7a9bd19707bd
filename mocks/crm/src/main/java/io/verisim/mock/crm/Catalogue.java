package io.verisim.mock.crm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which tables there are and how they are built, asked of the database at every request. */
final class Catalogue {

    private static final int MAX_TABLES = 500;

    /** Tables that hold the loader's own books are not the CRM's. */
    private static final String TABLES = """
            SELECT c.oid, n.nspname, c.relname
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
               AND lower(c.relname) NOT LIKE 'verisim\\_%'
               AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
               AND (CAST(? AS text) IS NULL OR (n.nspname = ? AND c.relname = ?))
             ORDER BY n.nspname = 'public' DESC, n.nspname, c.relname
             LIMIT ?
            """;

    private static final String COLUMNS = """
            SELECT a.attname, t.typname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   a.attgenerated <> '' OR a.attidentity = 'a',
                   CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 END
              FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
             WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
             ORDER BY a.attnum
            """;

    /** The primary key, else a unique index over columns that cannot be null. */
    private static final String KEY = """
            SELECT ARRAY(SELECT a.attname FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, place)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                          WHERE k.place <= i.indnkeyatts ORDER BY k.place)
              FROM pg_catalog.pg_index i
             WHERE i.indrelid = ? AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
               AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a
                                WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND NOT a.attnotnull)
             ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid
             LIMIT 1
            """;

    private final ConnectionPool pool;

    Catalogue(ConnectionPool pool) {
        this.pool = pool;
    }

    List<CrmTable> tables() throws SQLException {
        return pool.with(connection -> load(connection, null, null));
    }

    Optional<CrmTable> table(String schema, String name) throws SQLException {
        return pool.with(connection -> load(connection, schema, name)).stream().findFirst();
    }

    private static List<CrmTable> load(Connection connection, @Nullable String schema, @Nullable String name)
            throws SQLException {
        List<CrmTable> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            statement.setString(3, name);
            statement.setInt(4, MAX_TABLES);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long oid = rows.getLong(1);
                    tables.add(new CrmTable(
                            rows.getString(2), rows.getString(3), columns(connection, oid), key(connection, oid)));
                }
            }
        }
        return tables;
    }

    private static List<CrmColumn> columns(Connection connection, long table) throws SQLException {
        List<CrmColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setLong(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int length = rows.getInt(6);
                    columns.add(new CrmColumn(
                            rows.getString(1),
                            ColumnKind.of(rows.getString(2)),
                            rows.getString(3),
                            !rows.getBoolean(4),
                            rows.getBoolean(5),
                            length == 0 ? null : length));
                }
            }
        }
        return columns;
    }

    private static List<String> key(Connection connection, long table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEY)) {
            statement.setLong(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Arrays.asList((String[]) rows.getArray(1).getArray()) : List.of();
            }
        }
    }
}
