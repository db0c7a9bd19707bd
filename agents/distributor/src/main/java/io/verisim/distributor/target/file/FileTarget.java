package io.verisim.distributor.target.file;

import io.verisim.distributor.target.ColumnMapping;
import io.verisim.distributor.target.LoadOutcome;
import io.verisim.distributor.target.LoadProgress;
import io.verisim.distributor.target.LoadRequest;
import io.verisim.distributor.target.Target;
import io.verisim.distributor.target.TargetSettings;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dataset as one file, of any format that tables are written in. The file is kept as an artifact, named by its
 * content, so that a repeat writes the same object; with {@code path} it is also exported to a folder of the agent, where
 * a file that exists is never replaced: one of the same bytes counts as done, another is an error.
 */
public final class FileTarget implements Target {

    private static final String CSV = "csv";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            CSV,
            "text/csv",
            "json",
            "application/json",
            "jsonl",
            "application/x-ndjson",
            "parquet",
            "application/vnd.apache.parquet");

    @Override
    public String type() {
        return "file";
    }

    @Override
    public Map<String, Object> settingsSchema() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> texts = Map.of("type", "array", "items", text);
        return Map.of(
                "format",
                Map.of("type", "string", "default", CSV, "examples", List.of(CSV, "json", "jsonl", "parquet")),
                "path",
                Map.of("type", "string", "description", "File under the distributor's export folder"),
                "bom",
                Map.of("type", "boolean", "default", false, "description", "UTF-8 byte order mark, for CSV"),
                "metadata",
                Map.of("type", "boolean", "default", false, "description", "Export the manifest beside the file"),
                "columns",
                Map.of("type", "object", "additionalProperties", text),
                "exclude",
                texts,
                "order",
                texts);
    }

    @Override
    public LoadOutcome load(LoadRequest request, LoadProgress progress) throws IOException {
        TargetSettings settings = request.settings();
        TableSchema schema = request.dataset().schema();
        String format = settings.text("format").orElse(CSV);
        if (settings.flag("bom") && !format.equals(CSV)) {
            throw settings.wrong("bom", "goes with format csv only");
        }
        ColumnMapping mapping = ColumnMapping.of(schema, settings);
        Path file = request.surroundings().scratch().resolve(fileName(schema.name()) + "." + format);
        long rows = write(request, mapping, file, format, progress);
        Optional<Export> export = settings.text("path").map(path -> Export.of(request, path));
        boolean repeated = export.isPresent() && export.get().copy(file, settings.flag("metadata"));
        return new LoadOutcome(
                export.map(Export::place).orElse(file.getFileName().toString()),
                rows,
                repeated,
                List.of(),
                mapping.renames(),
                Optional.of(
                        new LoadOutcome.Produced(file, MEDIA_TYPES.getOrDefault(format, "application/octet-stream"))));
    }

    private static long write(
            LoadRequest request, ColumnMapping mapping, Path file, String format, LoadProgress progress)
            throws IOException {
        TableSchema target = mapping.targetSchema(request.dataset().schema().name());
        long[] rows = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            if (request.settings().flag("bom")) {
                out.write(BYTE_ORDER_MARK);
            }
            try (TableWriter writer = TableFiles.writer(out, format, target)) {
                request.dataset().forEachBlock(block -> {
                    writer.write(mapped(block, mapping));
                    rows[0] += block.rows();
                    progress.loaded(rows[0]);
                });
                writer.finish();
            }
        }
        return rows[0];
    }

    private static TextTable mapped(TextTable block, ColumnMapping mapping) {
        List<TextColumn> columns = new ArrayList<>();
        for (ColumnMapping.Mapped column : mapping.columns()) {
            TextColumn values = block.columns().get(column.index());
            columns.add(TextColumn.coded(column.target(), values.codes(), values.dictionary()));
        }
        return new TextTable(block.name(), columns);
    }

    private static String fileName(String table) {
        String safe = table.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "");
        return safe.isEmpty() ? "dataset" : safe.substring(0, Math.min(safe.length(), 80));
    }
}
