package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Constraints, conditions and schemas as a user meets them. */
class SchemaCommandsTest {

    private static final String SCHEMA = """
            {"constraints": [
              {"type": "range", "column": "age", "min": 30, "max": 60},
              {"type": "required", "column": "income"},
              {"type": "enumeration", "column": "segment", "values": ["senior", "new"]}]}
            """;
    private static final String ALONE = """
            {"name": "visits", "columns": [
              {"name": "id", "type": "integer", "distribution": {"name": "sequence"}},
              {"name": "stay", "type": "integer", "distribution": {"name": "poisson", "lambda": 3}}],
             "constraints": [{"type": "range", "column": "stay", "min": 1}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aTwinKeepsTheConstraintsOfItsSchemaAndTheCondition() throws IOException {
        Path twin = folder.resolve("twin.csv");
        generate(
                        twin,
                        "--schema",
                        schema(SCHEMA),
                        "--where",
                        "paid = true and city in ('Aachen', 'Celle')",
                        "--rows",
                        300)
                .fine();
        List<String> lines = Files.readAllLines(twin);
        assertThat(lines).hasSize(301);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells[1]).isIn("Aachen", "Celle");
            assertThat(Integer.parseInt(cells[2])).isBetween(30, 60);
            assertThat(cells[3]).isNotEmpty();
            assertThat(cells[5]).isEqualTo("true");
            assertThat(cells[6]).isIn("senior", "new");
        }
    }

    @Test
    void whatIsWrongWithAConditionIsToldBeforeAnythingIsWritten() throws IOException {
        Path twin = folder.resolve("twin.csv");
        generate(twin, "--where", "age >> 3").refused(10, "at character 6");
        generate(twin, "--where", "height > 3").refused(10, "no column 'height'", "order_id");
        generate(twin, "--where", "age > 30 and age < 20").refused(10, "No record can meet");
        generate(twin, "--where", "city = 'Nowhere'").refused(11, "too rare", "city = 'Nowhere'");
        assertThat(twin).doesNotExist();
    }

    @Test
    void contradictionsAreRefusedWithTheSmallestSet() throws IOException {
        Path schema = schema("""
                {"constraints": [
                  {"type": "range", "column": "age", "min": 50, "max": 60},
                  {"type": "range", "column": "income", "max": 40},
                  {"type": "required", "column": "city"},
                  {"type": "inequality", "low": "age", "high": "income"}]}
                """);
        generate(folder.resolve("twin.csv"), "--schema", schema)
                .refused(
                        10,
                        "these 3 constraints",
                        "range of 'age'",
                        "range of 'income'",
                        "inequality 'age' <= 'income'");
        Ran.verisim("schema", "check", schema, "--source", orders()).refused(10, "these 3 constraints");
    }

    @Test
    void rowsAreMadeFromASchemaAlone() throws IOException {
        Path out = folder.resolve("visits.csv");
        Ran.verisim("generate", "--schema", schema(ALONE), "--rows", 500, "--out", out)
                .fine();
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(out).subList(1, 501)) {
            assertThat(ids.add(line.split(",")[0])).isTrue();
            assertThat(Integer.parseInt(line.split(",")[1])).isPositive();
        }
        Ran.verisim("generate", "--schema", schema(ALONE), "--out", folder.resolve("b.csv"))
                .refused(2, "--rows");
        Ran.verisim("generate", "--out", folder.resolve("b.csv")).refused(2, "A file is missing");
    }

    @Test
    void inferredConstraintsAreOfferedAndCanBeUsed() throws IOException {
        Path source = orders();
        Path out = folder.resolve("inferred.json");
        JsonNode document = Ran.verisim("constraints", "infer", source, "--out", out, "--json")
                .document();
        assertThat(document.path("offers").size()).isGreaterThan(5);
        JsonNode first = document.path("offers").get(0);
        assertThat(first.path("rows").asInt()).isPositive();
        assertThat(first.path("violationBound").asDouble()).isBetween(0.0, 0.1);
        Ran.verisim("schema", "check", out, "--source", source).fine();
        generate(folder.resolve("twin.csv"), "--schema", out, "--rows", 50).fine();
        assertThat(Ran.verisim("constraints", "infer", source).fine().out()).contains("none is applied", "exceptions");
    }

    @Test
    void schemasAreConvertedToSdvAndBack() throws IOException {
        Path sdv = folder.resolve("sdv.json");
        Path back = folder.resolve("back.json");
        Ran.verisim("schema", "convert", schema(ALONE), "--to", "sdv", "--out", sdv)
                .fine();
        assertThat(Files.readString(sdv)).contains("METADATA_SPEC_VERSION", "ScalarInequality");
        Ran.verisim("schema", "convert", sdv, "--to", "verisim", "--out", back).fine();
        Path one = folder.resolve("one.csv");
        Path other = folder.resolve("other.csv");
        Ran.verisim("generate", "--schema", schema(ALONE), "--rows", 99, "--out", one)
                .fine();
        Ran.verisim("generate", "--schema", back, "--rows", 99, "--out", other).fine();
        assertThat(other).hasSameTextualContentAs(one);
        assertThat(Ran.verisim("schema", "show").fine().out()).contains("2020-12");
    }

    private Ran generate(Path twin, Object... options) throws IOException {
        List<Object> arguments =
                new java.util.ArrayList<>(List.of("generate", orders(), "--out", twin, "--no-classify"));
        arguments.addAll(List.of(options));
        return Ran.verisim(arguments.toArray());
    }

    private Path orders() throws IOException {
        return Tables.orders(folder.resolve("orders.csv"), 400);
    }

    private Path schema(String json) throws IOException {
        return Tables.write(folder.resolve("schema.json"), json);
    }
}
