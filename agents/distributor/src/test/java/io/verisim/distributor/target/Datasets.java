package io.verisim.distributor.target;

import io.verisim.agent.Credentials;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Datasets as files, and requests to load them. */
public final class Datasets {

    /** Everything happens at this moment. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private Datasets() {}

    public static ColumnSchema column(String name, ColumnType type) {
        return ColumnSchema.of(name, type);
    }

    public static ColumnSchema column(String name, ColumnType type, String format) {
        return ColumnSchema.of(name, type).withFormat(format, null);
    }

    /** A dataset; each chunk is a list of rows, null is missing. */
    public static Dataset of(Path folder, TableSchema schema, List<List<List<@Nullable String>>> chunks)
            throws IOException {
        List<Dataset.Chunk> files = new ArrayList<>();
        for (List<List<@Nullable String>> rows : chunks) {
            StringBuilder csv = new StringBuilder();
            List<@Nullable String> header = new ArrayList<>();
            header.addAll(schema.columnNames());
            csv.append(line(header));
            for (List<@Nullable String> row : rows) {
                csv.append(line(row));
            }
            Path file = Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), csv);
            files.add(new Dataset.Chunk(file, rows.size(), sha256(csv.toString())));
        }
        return new Dataset(schema, files, "{\"table\":\"" + schema.name() + "\"}");
    }

    private static String line(List<@Nullable String> values) {
        List<String> fields = new ArrayList<>();
        for (String value : values) {
            fields.add(value == null ? "" : '"' + value.replace("\"", "\"\"") + '"');
        }
        return String.join(",", fields) + "\n";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A request of a new task. */
    public static LoadRequest request(
            String type, Map<String, Object> settings, Dataset dataset, LoadRequest.Surroundings surroundings) {
        Map<String, Object> section = new HashMap<>(settings);
        section.putIfAbsent("name", "test system");
        section.put("type", type);
        return new LoadRequest(
                new TaskId(UUID.randomUUID()),
                new WorkflowId(UUID.randomUUID()),
                TargetSettings.of(section),
                dataset,
                surroundings);
    }

    /** Surroundings with one set of credentials, or none. */
    public static LoadRequest.Surroundings surroundings(@Nullable Credentials credentials, Path exports, Path scratch) {
        return new LoadRequest.Surroundings(
                name -> Optional.ofNullable(credentials).filter(c -> c.name().equals(name)), exports, scratch, CLOCK);
    }
}
