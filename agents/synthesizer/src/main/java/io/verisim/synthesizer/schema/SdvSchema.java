package io.verisim.synthesizer.schema;

import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SDV's metadata (specification V1, and the older form for one table) as a schema file, and back. Constraints are read
 * from a list {@code constraints} beside the columns, in SDV's form of class and parameters; what SDV has no form for is
 * written beside it under {@code verisim}, and read from there.
 */
public final class SdvSchema {

    private static final String OWN = "verisim";

    private SdvSchema() {}

    static boolean isSdv(JsonNode tree) {
        return tree.path("tables").isObject() || tree.path("columns").isObject() || tree.has("METADATA_SPEC_VERSION");
    }

    static SchemaFile read(JsonNode tree, String table) {
        JsonNode tables = tree.path("tables");
        String name = table;
        JsonNode found = tree;
        if (tables.isObject()) {
            Optional<Map.Entry<String, JsonNode>> entry = tables.properties().stream()
                    .filter(t -> tables.size() == 1 || t.getKey().equals(table))
                    .findFirst();
            name = entry.map(Map.Entry::getKey).orElseThrow(() -> refused("it has no table '" + table + "'"));
            found = entry.orElseThrow().getValue();
        }
        SchemaFile own = found.has(OWN)
                ? SchemaFiles.read(found.path(OWN), "The section 'verisim' of the SDV metadata")
                : SchemaFile.of(null, List.of());
        List<SchemaColumn> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<String> key = texts(found.path("primary_key"));
        for (Map.Entry<String, JsonNode> column : found.path("columns").properties()) {
            columns.add(own.column(column.getKey()).orElseGet(() -> column(column.getKey(), column.getValue())));
            String regex = column.getValue().path("regex_format").asString("");
            if (!regex.isEmpty()) {
                constraints.add(new Constraint.Pattern(column.getKey(), regex));
            }
        }
        List<JsonNode> listed = new ArrayList<>();
        found.path("constraints").forEach(listed::add);
        if (found != tree) {
            tree.path("constraints").forEach(listed::add);
        }
        listed.forEach(constraint -> constraints.addAll(SdvConstraints.read(constraint)));
        found.path("alternate_keys").forEach(alternate -> constraints.add(new Constraint.Unique(texts(alternate))));
        constraints.addAll(own.constraints());
        return new SchemaFile(name, own.locale(), columns, key, constraints, own.correlations());
    }

    private static SchemaColumn column(String name, JsonNode column) {
        String sdtype = column.path("sdtype").asString("");
        if (sdtype.isEmpty()) {
            throw refused("column '" + name + "' has no 'sdtype'");
        }
        String format = column.path("datetime_format").asString(null);
        String java = format == null ? null : SdvTypes.toJava(format);
        if (format != null && java == null) {
            throw refused("the datetime_format '" + format + "' of column '" + name + "' is not supported");
        }
        ColumnType type =
                SdvTypes.type(sdtype, column.path("computer_representation").asString(""), java);
        SensitivityType sensitivity = SdvTypes.sensitivity(sdtype);
        Strategy strategy = SdvTypes.strategy(sdtype, sensitivity);
        return new SchemaColumn(
                name,
                type == null ? null : SchemaColumn.lower(type),
                java,
                null,
                null,
                null,
                null,
                strategy,
                sensitivity,
                null,
                sdtype);
    }

    /** Metadata of one table, specification V1. */
    public static String write(SchemaFile file) {
        ObjectNode root = MessageCodec.mapper().createObjectNode();
        root.put("METADATA_SPEC_VERSION", "V1");
        ObjectNode table = root.putObject("tables").putObject(Objects.requireNonNullElse(file.name(), "table"));
        ObjectNode columns = table.putObject("columns");
        List<SchemaColumn> kept = new ArrayList<>();
        for (SchemaColumn column : file.columns()) {
            ObjectNode written = columns.putObject(column.name());
            write(column, written);
            if (!column.equals(column(column.name(), written))) {
                kept.add(column);
            }
        }
        if (file.primaryKey().size() == 1) {
            table.put("primary_key", file.primaryKey().getFirst());
        } else if (!file.primaryKey().isEmpty()) {
            file.primaryKey().forEach(table.putArray("primary_key")::add);
        }
        List<Constraint> rest = new ArrayList<>();
        ArrayNode constraints = MessageCodec.mapper().createArrayNode();
        for (Constraint constraint : file.constraints()) {
            if (constraint instanceof Constraint.Pattern p
                    && columns.path(p.column()) instanceof ObjectNode column
                    && !column.has("regex_format")) {
                column.put("regex_format", p.regex());
            } else if (!SdvConstraints.write(constraint, constraints)) {
                rest.add(constraint);
            }
        }
        if (!constraints.isEmpty()) {
            table.set("constraints", constraints);
        }
        SchemaFile own = new SchemaFile(null, file.locale(), kept, null, rest, file.correlations());
        if (!kept.isEmpty() || !rest.isEmpty() || file.locale() != null || file.correlations() != null) {
            table.set(OWN, MessageCodec.mapper().readTree(SchemaFiles.write(own)));
        }
        root.putArray("relationships");
        return root.toPrettyString();
    }

    private static void write(SchemaColumn column, ObjectNode to) {
        ColumnType type = column.columnType();
        String sdtype = column.sdtype() != null ? column.sdtype() : SdvTypes.sdtype(type, column.sensitivity());
        to.put("sdtype", sdtype);
        if (sdtype.equals("numerical") && type != null) {
            to.put("computer_representation", type == ColumnType.INTEGER ? "Int64" : "Float");
        }
        if (sdtype.equals("datetime")) {
            @Nullable String format = column.format() == null ? null : SdvTypes.toStrftime(column.format());
            if (format != null) {
                to.put("datetime_format", format);
            }
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(part -> texts.add(part.asString()));
        return texts;
    }

    static VerisimException refused(String why) {
        return VerisimException.configuration(
                "METADATA_MALFORMED",
                "This is no SDV metadata that can be used: " + why + ".",
                "Give metadata of version V1 with an sdtype for every column.");
    }
}
