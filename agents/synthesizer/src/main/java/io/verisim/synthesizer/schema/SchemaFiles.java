package io.verisim.synthesizer.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.constraint.Constraint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** Reads and writes schema files. */
public final class SchemaFiles {

    private static final long MAX_BYTES = 16L << 20;
    private static final int MAX_PROBLEMS = 10;

    private SchemaFiles() {}

    /** The JSON Schema (2020-12) of a schema file. */
    public static String schemaText() {
        try (InputStream in = Objects.requireNonNull(SchemaFiles.class.getResourceAsStream("table.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The schema of schema files cannot be read", e);
        }
    }

    /**
     * Reads a file in Verisim's form or in SDV's.
     *
     * @param table which table of SDV metadata; the only one is taken whatever its name
     * @throws VerisimException CONFIGURATION where it is neither; lists what is wrong, and where
     */
    public static SchemaFile read(Path file, String table) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > MAX_BYTES) {
            throw refused("'" + name + "'", List.of("it is larger than 16 MiB"));
        }
        try {
            JsonNode tree = MessageCodec.mapper().readTree(Files.readString(file));
            return SdvSchema.isSdv(tree) ? SdvSchema.read(tree, table) : read(tree, "'" + name + "'");
        } catch (JacksonException e) {
            throw refused("'" + name + "'", List.of("it is no JSON: " + e.getOriginalMessage()));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw refused("'" + name + "'", List.of("it is no UTF-8 text"));
        }
    }

    /**
     * Reads constraints as they stand in a configuration.
     *
     * @param where what they are part of, for messages
     */
    public static List<Constraint> constraints(Object json, String where) {
        JsonNode tree = MessageCodec.mapper().valueToTree(Map.of("constraints", json));
        return read(tree, where).constraints();
    }

    static SchemaFile read(JsonNode tree, String what) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MessageCodec.mapper().readTree(schemaText()));
        List<Error> errors = schema.validate(tree);
        if (!errors.isEmpty()) {
            throw refused(what, errors.stream().map(SchemaFiles::sentence).toList());
        }
        SchemaFile file = MessageCodec.mapper().treeToValue(tree, SchemaFile.class);
        Set<String> names = new HashSet<>();
        List<String> twice = file.columns().stream()
                .map(SchemaColumn::name)
                .filter(name -> !names.add(name))
                .map(name -> "/columns: '" + name + "' stands there twice")
                .toList();
        if (!twice.isEmpty()) {
            throw refused(what, twice);
        }
        return file;
    }

    private static String sentence(Error error) {
        String place = error.getInstanceLocation().toString();
        return (place.isEmpty() ? "/" : place) + ": " + error.getMessage();
    }

    private static VerisimException refused(String what, List<String> problems) {
        return VerisimException.configuration(
                "SCHEMA_INVALID",
                what + " describes no table: "
                        + problems.stream().limit(MAX_PROBLEMS).collect(Collectors.joining("; ")) + ".",
                "Correct it; 'verisim schema show' prints what such a file may hold.");
    }

    /** The file as JSON that {@link #read} takes. */
    public static String write(SchemaFile file) {
        return MessageCodec.mapper()
                .rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .changeDefaultPropertyInclusion(value ->
                        value.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
                .build()
                .writeValueAsString(file);
    }
}
