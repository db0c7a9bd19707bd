package io.verisim.bench.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Queries on a database. */
record Rows(Connection connection) {

    /** Makes something of a row. */
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String query, Mapper<T> mapper, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(mapper.map(rows));
                }
                return all;
            }
        }
    }

    long number(String query, Object... parameters) throws SQLException {
        return list(query, row -> row.getLong(1), parameters).getFirst();
    }

    boolean hasTable(String name) throws SQLException {
        return list("SELECT to_regclass(?) IS NOT NULL", row -> row.getBoolean(1), name)
                .getFirst();
    }
}
