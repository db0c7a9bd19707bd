package io.verisim.synthesizer.quality.data;

import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Metadata of a table in SDV's JSON: {@code METADATA_SPEC_VERSION} V1 ({@code tables.NAME.columns}) and the older form
 * for one table ({@code columns}).
 *
 * @param kinds columns of sdtype numerical, datetime, categorical and boolean; all others are not measured
 * @param keys primary and alternate keys whose columns are not all measured ones, each as its columns
 * @param sequenceIndex the column that orders a sequence, which has no boundaries to keep to
 * @param target the column that models are to guess, as {@code target_column} names it; null for none
 * @param declared whether a user wrote it, so that the types of columns that are not measured count too
 */
public record SdvMetadata(
        TableKinds kinds,
        List<List<String>> keys,
        @Nullable String sequenceIndex,
        @Nullable String target,
        boolean declared) {

    /** Larger files are no metadata of one table. */
    private static final long MAX_BYTES = 16L << 20;

    public SdvMetadata {
        keys = keys.stream().map(List::copyOf).toList();
    }

    /** What is known where only the kinds are: no keys. */
    public static SdvMetadata of(TableKinds kinds) {
        return new SdvMetadata(kinds, List.of(), null, null, false);
    }

    /**
     * Reads metadata.
     *
     * @param table which table; the only one is taken whatever its name
     * @throws VerisimException DATA where the file is no such metadata, or lacks the table
     */
    public static SdvMetadata read(Path file, String table) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw malformed(file, "it is larger than 16 MiB");
        }
        try {
            JsonNode root = MessageCodec.mapper().readTree(Files.readString(file));
            return ofTable(file, table(file, root, table));
        } catch (JacksonException | java.nio.charset.CharacterCodingException e) {
            throw malformed(file, "it is no JSON document");
        }
    }

    private static JsonNode table(Path file, JsonNode root, String name) {
        JsonNode tables = root.path("tables");
        if (root.path("columns").isObject()) {
            return root;
        }
        if (!tables.isObject() || tables.isEmpty()) {
            throw malformed(file, "it has neither 'tables' nor 'columns'");
        }
        if (tables.size() == 1) {
            return tables.iterator().next();
        }
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(() -> malformed(file, "it describes " + tables.size() + " tables but not '" + name + "'"));
    }

    private static SdvMetadata ofTable(Path file, JsonNode table) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : table.path("columns").properties()) {
            String sdtype = column.getValue().path("sdtype").asString("");
            if (sdtype.isEmpty()) {
                throw malformed(file, "column '" + column.getKey() + "' has no 'sdtype'");
            }
            kind(sdtype).ifPresent(kind -> columns.add(spec(file, column.getKey(), kind, column.getValue())));
        }
        TableKinds kinds = new TableKinds(columns);
        List<List<String>> keys = new ArrayList<>();
        addKey(keys, kinds, table.path("primary_key"));
        table.path("alternate_keys").forEach(key -> addKey(keys, kinds, key));
        return new SdvMetadata(
                kinds,
                keys,
                table.path("sequence_index").asString(null),
                table.path("target_column").asString(null),
                true);
    }

    private static ColumnSpec spec(Path file, String name, ColumnKind kind, JsonNode column) {
        String format = column.path("datetime_format").asString("");
        if (kind != ColumnKind.DATETIME || format.isEmpty()) {
            return ColumnSpec.of(name, kind);
        }
        String pattern = Strftime.toJava(format);
        if (pattern == null) {
            throw malformed(file, "the datetime_format '" + format + "' of column '" + name + "' is not supported");
        }
        return new ColumnSpec(name, kind, pattern);
    }

    private static Optional<ColumnKind> kind(String sdtype) {
        return switch (sdtype) {
            case "numerical", "datetime", "categorical", "boolean" ->
                Optional.of(ColumnKind.valueOf(sdtype.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    private static void addKey(List<List<String>> keys, TableKinds kinds, JsonNode key) {
        List<String> parts = new ArrayList<>();
        if (key.isString()) {
            parts.add(key.asString());
        }
        key.forEach(part -> parts.add(part.asString()));
        boolean measured = parts.size() == 1 && kinds.column(parts.getFirst()).isPresent();
        if (!parts.isEmpty() && !measured) {
            keys.add(parts);
        }
    }

    private static VerisimException malformed(Path file, String why) {
        return VerisimException.data(
                "METADATA_MALFORMED",
                "'" + file.getFileName() + "' is no SDV metadata: " + why + ".",
                "Give metadata of version V1 with an sdtype for every column.",
                Map.of("file", file.getFileName().toString()));
    }
}
