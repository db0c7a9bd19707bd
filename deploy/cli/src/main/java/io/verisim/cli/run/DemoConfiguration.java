package io.verisim.cli.run;

import io.verisim.cli.platform.Services;
import io.verisim.cli.platform.ServicesHost;
import io.verisim.mock.production.TelecomCustomers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workflow configuration of a guided demo. */
final class DemoConfiguration {

    private DemoConfiguration() {}

    static Map<String, Object> of(
            String demo, @Nullable Path input, String model, @Nullable Integer rows, long seed, Services services) {
        String table = input == null ? TelecomCustomers.TABLE : tableName(input);
        Map<String, Object> synthesis = new LinkedHashMap<>();
        synthesis.put("model", model);
        if (rows != null) {
            synthesis.put("rows", rows);
        }
        synthesis.put("seed", seed);
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("name", input == null ? "Telecom cycle" : "Cycle on " + table);
        configuration.put("description", "Guided demo '" + demo + "'");
        configuration.put("tags", List.of("demo", demo));
        configuration.put("synthesis", synthesis);
        configuration.put(
                "targets",
                List.of(
                        Map.of(
                                "name",
                                "crm",
                                "type",
                                "postgres",
                                "table",
                                table,
                                "mode",
                                "truncate_insert",
                                "credentials",
                                "target"),
                        Map.of("name", "csv", "type", "file", "format", "csv"),
                        Map.of("name", "parquet", "type", "file", "format", "parquet")));
        configuration.put(
                "tests",
                Map.of(
                        "framework",
                        "playwright",
                        "baseUrl",
                        services.crm().toString(),
                        "credentials",
                        "crm",
                        "table",
                        table,
                        "timeoutSeconds",
                        60,
                        "jira",
                        Map.of(
                                "credentials",
                                "jira",
                                "project",
                                ServicesHost.PROJECT,
                                "label",
                                ServicesHost.label(input == null ? demo : "generic"),
                                "issueType",
                                "Test Scenario",
                                "update",
                                true)));
        return configuration;
    }

    /** A name that is also a quiet name of a table. */
    private static String tableName(Path input) {
        String name = input.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String quiet =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return quiet.isEmpty() ? "records" : quiet;
    }
}
