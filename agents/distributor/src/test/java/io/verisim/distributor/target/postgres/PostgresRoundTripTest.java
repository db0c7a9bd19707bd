package io.verisim.distributor.target.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.agent.Credentials;
import io.verisim.distributor.target.Dataset;
import io.verisim.distributor.target.Datasets;
import io.verisim.distributor.target.LoadOutcome;
import io.verisim.distributor.target.RandomTables;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.testkit.Property;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresRoundTripTest {

    private final TargetDatabase database;

    PostgresRoundTripTest(TestServices services) {
        this.database = services.freshTargetDatabase();
    }

    @Property(maxSize = 60)
    void aTableHoldsWhatWasGiven(RandomGenerator random, int size, @TempDir Path folder) throws Exception {
        TableSchema schema = RandomTables.schema(random);
        List<List<@Nullable String>> rows = RandomTables.rows(schema, size, random);
        LoadOutcome outcome = load(Datasets.of(folder, schema, List.of(rows)), folder);
        assertThat(outcome.notes().stream().filter(note -> !note.contains("anew")))
                .isEmpty();
        List<List<@Nullable String>> back = rows(outcome.place(), schema);
        assertThat(back).hasSameSizeAs(rows);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < schema.columns().size(); c++) {
                ColumnSchema column = schema.columns().get(c);
                assertThat(comparable(column, back.get(r).get(c), true))
                        .isEqualTo(comparable(column, rows.get(r).get(c), false));
            }
        }
    }

    private static @Nullable Object comparable(ColumnSchema column, @Nullable String value, boolean fromDatabase) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case DECIMAL -> Double.valueOf(value);
            case BOOLEAN ->
                fromDatabase
                        ? value.equals("t")
                        : String.valueOf(column.format()).startsWith(value + "|");
            default -> value;
        };
    }

    private LoadOutcome load(Dataset dataset, Path folder) throws Exception {
        DatabaseConnection loader = database.loader();
        Credentials credentials = new Credentials("crm", loader.jdbcUrl(), loader.username(), loader.password(), null);
        return new PostgresTarget()
                .load(
                        Datasets.request(
                                "postgres",
                                Map.of("credentials", "crm"),
                                dataset,
                                Datasets.surroundings(credentials, Path.of(""), folder)),
                        rows -> {});
    }

    private List<List<@Nullable String>> rows(String table, TableSchema schema) throws SQLException {
        DatabaseConnection crm = database.crm();
        String query = "SELECT " + Sql.quoted(schema.columnNames()) + " FROM " + Sql.quoted(table) + " ORDER BY ctid";
        try (var connection = DriverManager.getConnection(crm.jdbcUrl(), crm.username(), crm.password());
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<List<@Nullable String>> all = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= schema.columns().size(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }
}
