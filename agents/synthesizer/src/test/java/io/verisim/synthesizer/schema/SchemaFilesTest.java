package io.verisim.synthesizer.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.message.MessageCodec;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.testkit.Property;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFilesTest {

    private static final String SDV = """
            {"METADATA_SPEC_VERSION": "V1", "tables": {"guests": {
              "columns": {
                "id": {"sdtype": "id", "regex_format": "G-[0-9]{5}"},
                "email": {"sdtype": "email", "pii": true},
                "checkin": {"sdtype": "datetime", "datetime_format": "%d %b %Y"},
                "checkout": {"sdtype": "datetime", "datetime_format": "%d %b %Y"},
                "rate": {"sdtype": "numerical", "computer_representation": "Float"},
                "nights": {"sdtype": "numerical", "computer_representation": "Int64"},
                "room": {"sdtype": "categorical"}},
              "primary_key": "id",
              "alternate_keys": [["email", "checkin"]],
              "constraints": [
                {"constraint_class": "Inequality", "constraint_parameters":
                  {"low_column_name": "checkin", "high_column_name": "checkout", "strict_boundaries": true}},
                {"constraint_class": "ScalarRange", "constraint_parameters":
                  {"column_name": "nights", "low_value": 0, "high_value": 30, "strict_boundaries": false}},
                {"constraint_class": "Positive", "constraint_parameters": {"column_name": "rate"}}]}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void sdvMetadataIsRead() throws IOException {
        SchemaFile file = read(SDV);
        assertThat(file.name()).isEqualTo("guests");
        assertThat(file.column("checkin").orElseThrow().format()).isEqualTo("dd MMM yyyy");
        assertThat(file.column("nights").orElseThrow().columnType()).isEqualTo(ColumnType.INTEGER);
        assertThat(file.column("email").orElseThrow().sensitivity()).isEqualTo(SensitivityType.EMAIL);
        assertThat(file.column("id").orElseThrow().strategy()).isEqualTo(Strategy.KEY);
        assertThat(file.allConstraints())
                .containsExactlyInAnyOrder(
                        new Constraint.Pattern("id", "G-[0-9]{5}"),
                        new Constraint.Unique(List.of("email", "checkin")),
                        new Constraint.Unique(List.of("id")),
                        new Constraint.Required("id"),
                        new Constraint.Inequality("checkin", "checkout", true, null),
                        new Constraint.Range("nights", 0, 30, null, null),
                        new Constraint.Range("rate", 0, null, null, null));
    }

    @Test
    void sdvMetadataComesBackAsItWas() throws IOException {
        SchemaFile file = read(SDV);
        SchemaFile again = read(SdvSchema.write(file));
        assertThat(again.columns()).isEqualTo(file.columns());
        assertThat(again.primaryKey()).isEqualTo(file.primaryKey());
        assertThat(again.allConstraints()).containsExactlyInAnyOrderElementsOf(file.allConstraints());
        assertThat(SdvSchema.write(file)).doesNotContain("\"verisim\"").contains("%d %b %Y", "ScalarInequality");
    }

    @Test
    void everyMetadataFileOfTheRealTablesGoesThereAndBack() throws IOException {
        Path single = SharedFiles.find("data/single").orElse(null);
        if (single == null) {
            System.out.println("The real tables are not there; their metadata is not read.");
            return;
        }
        try (var files = Files.list(single)) {
            for (Path path :
                    files.filter(f -> f.toString().endsWith(".metadata.json")).toList()) {
                SchemaFile file = SchemaFiles.read(path, "table");
                assertThat(file.columns()).isNotEmpty();
                assertThat(read(SdvSchema.write(file))).isEqualTo(file);
            }
        }
    }

    @Property
    void aSchemaSurvivesTheWayToSdvAndBackAndToAFileAndBack(RandomGenerator random, int size) throws IOException {
        SchemaFile file = random(random, 1 + size / 10);
        SchemaFile own = read(SchemaFiles.write(file));
        assertThat(own).isEqualTo(file);
        SchemaFile back = read(SdvSchema.write(file));
        assertThat(back.columns()).isEqualTo(file.columns());
        assertThat(back.primaryKey()).isEqualTo(file.primaryKey());
        assertThat(back.constraints()).containsExactlyInAnyOrderElementsOf(file.constraints());
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        refused("{\"columns\": [{\"name\": \"a\", \"type\": \"number\"}]}", "/columns/0/type");
        refused("{\"constraints\": [{\"type\": \"range\", \"column\": \"a\"}]}", "/constraints/0");
        refused("{\"colums\": []}", "colums");
        refused("{\"columns\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}", "'a' stands there twice");
        refused("{\"columns\": [{\"name\": \"a\", \"distribution\": {\"name\": \"normal\", \"mean\": 1}}]}", "sd");
        refused("{", "no JSON");
        refused("[1]", "describes no table");
        refused("{\"columns\": {\"a\": {}}}", "has no 'sdtype'");
        refused(
                "{\"columns\": {\"a\": {\"sdtype\": \"id\"}}, \"constraints\": [{\"constraint_class\": \"Magic\"}]}",
                "'Magic' is not known");
    }

    private void refused(String json, String... words) {
        assertThatThrownBy(() -> read(json)).hasMessageContainingAll(words);
    }

    private SchemaFile read(String json) throws IOException {
        return SchemaFiles.read(Files.writeString(folder.resolve("a.json"), json), "a");
    }

    private static SchemaFile random(RandomGenerator random, int count) {
        List<SchemaColumn> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ColumnType type = ColumnType.values()[random.nextInt(ColumnType.values().length)];
            String name = "c" + i + (random.nextBoolean() ? " ü" : "");
            Map<String, Object> law =
                    random.nextBoolean() ? null : Map.of("name", "poisson", "lambda", 1 + random.nextInt(9));
            columns.add(new SchemaColumn(
                    name,
                    SchemaColumn.lower(type),
                    type == ColumnType.DATE ? "dd.MM.yy" : null,
                    type == ColumnType.DECIMAL ? 2 : null,
                    random.nextBoolean() ? Boolean.FALSE : null,
                    random.nextBoolean() ? 0.25 : null,
                    null,
                    random.nextBoolean() ? Strategy.KEEP : null,
                    null,
                    law,
                    null));
            Constraint constraint = switch (random.nextInt(8)) {
                case 0 -> new Constraint.Range(name, i, random.nextBoolean() ? null : 2.5, null, true);
                case 1 -> new Constraint.Enumeration(name, List.of("a", 2, true));
                case 2 ->
                    new Constraint.Inequality(
                            name, "c0", random.nextBoolean() ? true : null, random.nextBoolean() ? "P1D" : null);
                case 3 ->
                    new Constraint.FixedCombinations(
                            List.of(name, "x"), random.nextBoolean() ? null : List.of(List.of("a", 1)));
                case 4 -> new Constraint.OneHot(List.of(name, "x"));
                case 5 -> new Constraint.Implies(random.nextBoolean() ? null : "a > 1", "b is null");
                case 6 -> new Constraint.Pattern(name, "[A-Z]\\d+");
                default -> new Constraint.Unique(List.of(name, "x"));
            };
            constraints.add(constraint);
        }
        return new SchemaFile(
                "t",
                random.nextBoolean() ? "de" : null,
                columns,
                random.nextBoolean() ? List.of("c0") : null,
                constraints,
                null);
    }

    @Test
    void theSchemaIsJsonSchemaOf2020() {
        assertThat(MessageCodec.mapper()
                        .readTree(SchemaFiles.schemaText())
                        .path("$schema")
                        .asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }
}
