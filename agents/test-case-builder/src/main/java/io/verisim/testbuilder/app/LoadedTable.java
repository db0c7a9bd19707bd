package io.verisim.testbuilder.app;

import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The table as the system under test has it.
 *
 * @param table its name
 * @param columns names in the target by names in the dataset, where they differ
 */
record LoadedTable(String table, Map<String, String> columns) {

    /** From the first load report of a database; files are not under test. */
    static LoadedTable of(DatasetManifest manifest, List<JsonNode> loadReports, @Nullable String wanted) {
        JsonNode report = loadReports.stream()
                .filter(found -> !found.path("type").asString("").equals("file"))
                .findFirst()
                .orElse(null);
        String loaded = report == null ? "" : report.path("table").asString("");
        Map<String, String> renamed = new TreeMap<>();
        if (report != null) {
            report.path("columns")
                    .properties()
                    .forEach(entry ->
                            renamed.put(entry.getKey(), entry.getValue().asString(entry.getKey())));
        }
        String table = wanted != null ? wanted : loaded.isBlank() ? manifest.table() : loaded;
        return new LoadedTable(table, renamed);
    }

    /** The schema of the dataset under the names of the target. */
    TableSchema named(TableSchema schema) {
        List<ColumnSchema> named = new ArrayList<>();
        for (ColumnSchema column : schema.columns()) {
            String name = columns.getOrDefault(column.name(), column.name());
            named.add(new ColumnSchema(
                    name,
                    column.type(),
                    column.format(),
                    column.scale(),
                    column.nullable(),
                    column.unique(),
                    column.strategy(),
                    column.sensitivityType(),
                    column.sensitive()));
        }
        return new TableSchema(table, named);
    }
}
