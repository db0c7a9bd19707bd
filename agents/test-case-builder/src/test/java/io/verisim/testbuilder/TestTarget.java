package io.verisim.testbuilder;

import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.testbuilder.Samples.Sample;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Loads a dataset into the database of the system under test, with a column type for each type of the schema. */
final class TestTarget {

    private final TargetDatabase database;

    TestTarget(TargetDatabase database) {
        this.database = database;
    }

    void load(Sample sample) throws SQLException, IOException {
        TextTable table = TableFiles.read(sample.csv(), ReadOptions.canonicalCsv());
        DatabaseConnection loader = database.loader();
        String name = quoted(sample.schema().name());
        String types = sample.schema().columns().stream()
                .map(column -> quoted(column.name()) + " " + type(column)
                        + (column.strategy() == Strategy.KEY ? " PRIMARY KEY" : ""))
                .collect(Collectors.joining(", "));
        String values = sample.schema().columns().stream()
                .map(column -> "CAST(? AS " + type(column) + ")")
                .collect(Collectors.joining(", "));
        try (Connection connection =
                        DriverManager.getConnection(loader.jdbcUrl(), loader.username(), loader.password());
                Statement create = connection.createStatement()) {
            connection.setAutoCommit(false);
            create.execute("CREATE TABLE " + name + " (" + types + ")");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO " + name + " VALUES (" + values + ")")) {
                for (int row = 0; row < table.rows(); row++) {
                    for (int column = 0; column < table.columns().size(); column++) {
                        insert.setString(column + 1, table.columns().get(column).value(row));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private static String type(ColumnSchema column) {
        return switch (column.type()) {
            case INTEGER -> "bigint";
            case DECIMAL -> column.scale() == null ? "double precision" : "numeric";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case DATETIME -> "timestamp";
            case TEXT -> "text";
        };
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
