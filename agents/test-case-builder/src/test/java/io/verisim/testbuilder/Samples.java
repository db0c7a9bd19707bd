package io.verisim.testbuilder;

import io.verisim.mock.production.Scenarios;
import io.verisim.mock.production.TelecomCustomers;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testbuilder.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Datasets and scenarios for tests. */
public final class Samples {

    private Samples() {}

    /** A dataset in one canonical file. */
    public record Sample(TableSchema schema, Path csv) {}

    /** The telecom company's customers, with their number as key. */
    public static Sample telecom(Path folder, int rows) throws IOException {
        Path csv = folder.resolve("telecom.csv");
        TelecomCustomers.write(csv, rows, 7);
        Set<String> whole = Set.of("tenure_months", "support_calls", "call_minutes", "satisfaction");
        Set<String> decimal = Set.of("monthly_charges", "total_charges", "data_usage_gb");
        List<ColumnSchema> columns = TelecomCustomers.columns().stream()
                .map(name -> whole.contains(name)
                        ? ColumnSchema.of(name, ColumnType.INTEGER)
                        : decimal.contains(name)
                                ? ColumnSchema.of(name, ColumnType.DECIMAL).withFormat(null, 2)
                                : ColumnSchema.of(name, ColumnType.TEXT))
                .map(column -> column.name().equals("customer_id")
                        ? column.withOccurrence(false, true).withTreatment(Strategy.KEY, SensitivityType.ID, true)
                        : column)
                .toList();
        return new Sample(new TableSchema(TelecomCustomers.TABLE, columns), csv);
    }

    /** A table without key whose names and values are as awkward as they come; some rows occur twice. */
    public static Sample awkward(Path folder) throws IOException {
        TableSchema schema = new TableSchema(
                "odd \"table\", <b>ü</b>",
                List.of(
                        ColumnSchema.of("na\"me, <i>it</i>", ColumnType.TEXT),
                        ColumnSchema.of("  two  blanks ", ColumnType.TEXT),
                        ColumnSchema.of("größe \\u0041 ${x} %s", ColumnType.INTEGER),
                        ColumnSchema.of("ratio", ColumnType.DECIMAL),
                        ColumnSchema.of("day", ColumnType.DATE),
                        ColumnSchema.of("yes?", ColumnType.BOOLEAN).withFormat("Yes|No", null)));
        List<List<@Nullable String>> rows = new ArrayList<>();
        String[] names = {
            "O'Hara & \"Sons\"",
            "<script>alert(1)</script>",
            "100%_\\ done",
            "Zoë Müßig",
            "",
            "line\nbreak",
            "  edges  "
        };
        for (int i = 0; i < 46; i++) {
            int n = i % 23;
            String name = names[n % names.length] + (n % names.length == 4 ? "" : " " + n);
            rows.add(Arrays.asList(
                    n % 6 == 5 ? null : name,
                    n % 2 == 0 ? "even" : "odd one",
                    n % 5 == 4 ? null : String.valueOf(n % 7 - 3),
                    n % 4 == 3 ? null : String.valueOf(n / 8.0),
                    "2024-01-" + String.format("%02d", 1 + n),
                    n % 3 == 0 ? null : n % 3 == 1 ? "Yes" : "No"));
        }
        return write(folder.resolve("awkward.csv"), schema, rows);
    }

    /** Fewer rows than a page has, and none that differs from all others. */
    public static Sample twins(Path folder) throws IOException {
        TableSchema schema = new TableSchema(
                "twins", List.of(ColumnSchema.of("kind", ColumnType.TEXT), ColumnSchema.of("n", ColumnType.INTEGER)));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(List.of(i % 2 == 0 ? "left" : "right", i % 2 == 0 ? "4" : "5"));
        }
        return write(folder.resolve("twins.csv"), schema, rows);
    }

    public static Sample write(Path csv, TableSchema schema, List<List<@Nullable String>> rows) throws IOException {
        List<TextColumn> columns = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            int column = i;
            List<@Nullable String> values = new ArrayList<>();
            rows.forEach(row -> values.add(row.get(column)));
            columns.add(TextColumn.of(schema.columns().get(i).name(), values));
        }
        try (TableWriter writer = TableFiles.writer(csv, schema, true)) {
            writer.write(new TextTable(schema.name(), columns));
            writer.finish();
        }
        return new Sample(schema, csv);
    }

    /** The scenarios of a set, with keys as Jira would give them. */
    public static List<Scenario> scenarios(String set) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Scenarios.Scenario text : Scenarios.load(set)) {
            scenarios.add(scenario("CRM-" + (scenarios.size() + 1), text.summary(), text.description()));
        }
        return scenarios;
    }

    public static Scenario scenario(String key, String title, String... lines) {
        return new Scenario(ScenarioKey.of(key), title, String.join("\n", lines));
    }
}
