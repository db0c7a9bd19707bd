package io.verisim.mock.crm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes records. Names are quoted, values are always parameters; each travels as text and is cast to its
 * column's type by the database.
 */
final class Records {

    private static final String CONTENT_HASH = "md5(CAST((r.*) AS text))";

    private final ConnectionPool pool;

    Records(ConnectionPool pool) {
        this.pool = pool;
    }

    long count(CrmTable table) throws SQLException {
        return pool.with(connection -> count(connection, table, Condition.all()));
    }

    /** A page of the records that the term finds; a page number beyond the end gives the last page. */
    RecordPage page(CrmTable table, SearchTerm term, int number) throws SQLException {
        Condition condition = Condition.of(table, term);
        return pool.with(connection -> {
            long total = count(connection, table, condition);
            int shown = Math.clamp(number, 1, RecordPage.pages(total));
            String sql = select(table) + condition.sql() + " ORDER BY " + order(table) + " LIMIT " + RecordPage.SIZE
                    + " OFFSET " + (shown - 1L) * RecordPage.SIZE;
            return new RecordPage(query(connection, table, sql, condition.parameters()), shown, total);
        });
    }

    Optional<CrmRecord> find(CrmTable table, RecordKey key) throws SQLException {
        Condition condition = Condition.of(table, key);
        String sql = select(table) + condition.sql() + " LIMIT 1";
        try {
            return pool.with(connection -> query(connection, table, sql, condition.parameters())).stream()
                    .findFirst();
        } catch (SQLException e) {
            if (isBadValue(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Sets some columns of a record. Of equal records in a table without key it is the last, so that those before it keep
     * their places in the list.
     *
     * @param changes new values by column; null makes it empty
     * @return what names the record from now on; empty where it is gone or was changed by someone else meanwhile
     */
    Optional<RecordKey> update(CrmTable table, RecordKey key, Map<CrmColumn, @Nullable String> changes)
            throws SQLException {
        String set = changes.keySet().stream()
                .map(column -> column.quoted() + " = CAST(? AS " + column.sqlType() + ")")
                .collect(Collectors.joining(", "));
        Condition condition = Condition.of(table, key);
        String sql = "UPDATE " + table.quoted() + " u SET " + set + " WHERE (u.tableoid, u.ctid) = "
                + "(SELECT r.tableoid, r.ctid FROM " + table.quoted() + " r" + condition.sql()
                + " ORDER BY r.ctid DESC LIMIT 1 FOR UPDATE)"
                + " RETURNING md5(CAST((u.*) AS text))";
        List<@Nullable String> parameters = new ArrayList<>(changes.values());
        parameters.addAll(condition.parameters());
        Optional<String> hash = pool.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.<String>empty();
                }
            }
        });
        return hash.map(text -> key instanceof RecordKey.ByColumns ? key : new RecordKey.ByContent(text));
    }

    /** Whether the database refused a value, rather than failed. */
    static boolean isBadValue(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static long count(Connection connection, CrmTable table, Condition condition) throws SQLException {
        String sql = "SELECT count(*) FROM " + table.quoted() + " r" + condition.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, condition.parameters());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static String select(CrmTable table) {
        String columns = table.columns().stream()
                .map(column -> "CAST(r." + column.quoted() + " AS text)")
                .collect(Collectors.joining(", "));
        String hash = table.key().isEmpty() ? CONTENT_HASH : "NULL";
        return "SELECT " + hash + (columns.isEmpty() ? "" : ", " + columns) + " FROM " + table.quoted() + " r";
    }

    private static String order(CrmTable table) {
        return table.key().isEmpty()
                ? "r.ctid"
                : table.key().stream().map(name -> "r." + Sql.quoted(name)).collect(Collectors.joining(", "));
    }

    private static List<CrmRecord> query(Connection connection, CrmTable table, String sql, List<String> parameters)
            throws SQLException {
        List<CrmRecord> records = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(read(table, rows));
                }
            }
        }
        return records;
    }

    private static CrmRecord read(CrmTable table, ResultSet row) throws SQLException {
        Map<String, @Nullable String> shown = new LinkedHashMap<>();
        Map<String, String> raw = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            CrmColumn column = table.columns().get(i);
            String text = row.getString(i + 2);
            shown.put(column.name(), text == null ? null : column.kind().display(text));
            raw.put(column.name(), text == null ? "" : text);
        }
        String hash = row.getString(1);
        RecordKey key = hash == null
                ? new RecordKey.ByColumns(table.key().stream()
                        .map(name -> raw.getOrDefault(name, ""))
                        .toList())
                : new RecordKey.ByContent(hash);
        return new CrmRecord(key, shown);
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable String> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setString(i + 1, parameters.get(i));
        }
    }

    /** A WHERE clause with its parameters. */
    private record Condition(String sql, List<String> parameters) {

        static Condition all() {
            return new Condition("", List.of());
        }

        static Condition of(CrmTable table, SearchTerm term) {
            if (term.isEmpty()) {
                return all();
            }
            List<String> parts = new ArrayList<>();
            List<String> parameters = new ArrayList<>();
            for (CrmColumn column : table.columns()) {
                if (column.kind() == ColumnKind.TEXT) {
                    parts.add("r." + column.quoted() + " ILIKE ? ESCAPE '\\'");
                    parameters.add(Sql.containing(term.text()));
                } else if (column.isNumber() && term.number().isPresent()) {
                    parts.add("CAST(r." + column.quoted() + " AS numeric) = CAST(? AS numeric)");
                    parameters.add(term.number().get().toPlainString());
                }
            }
            return new Condition(parts.isEmpty() ? " WHERE false" : " WHERE " + String.join(" OR ", parts), parameters);
        }

        static Condition of(CrmTable table, RecordKey key) {
            return switch (key) {
                case RecordKey.ByContent content ->
                    new Condition(" WHERE " + CONTENT_HASH + " = ?", List.of(content.hash()));
                case RecordKey.ByColumns columns ->
                    new Condition(
                            table.keyColumns().stream()
                                    .map(column -> "r." + column.quoted() + " = CAST(? AS " + column.sqlType() + ")")
                                    .collect(Collectors.joining(" AND ", " WHERE ", "")),
                            columns.values());
            };
        }
    }
}
