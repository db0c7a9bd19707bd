package io.verisim.synthesizer.generation;

import static io.verisim.numerics.StatisticalAssertions.assertFollows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verisim.numerics.Correlation;
import io.verisim.numerics.Distribution;
import io.verisim.synthesizer.schema.SchemaFile;
import io.verisim.synthesizer.schema.SchemaFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generation from a schema alone (requirement S9). */
class DeclaredGenerationTest {

    private static final int ROWS = 10_000;

    @TempDir
    private Path folder;

    @Test
    void everyDistributionOfNumbersIsFollowed() throws IOException {
        Map<String, Map<String, Double>> continuous = Map.of(
                "uniform", Map.of("min", -2.0, "max", 3.0),
                "normal", Map.of("mean", 10.0, "sd", 4.0),
                "lognormal", Map.of("mu", 1.0, "sigma", 0.5),
                "exponential", Map.of("rate", 0.2),
                "gamma", Map.of("shape", 2.5, "scale", 3.0),
                "beta", Map.of("alpha", 2.0, "beta", 5.0));
        StringBuilder columns = new StringBuilder();
        continuous.forEach((name, parameters) -> columns.append("{\"name\": \"")
                .append(name)
                .append("\", \"type\": \"decimal\", \"distribution\": {\"name\": \"")
                .append(name)
                .append('"')
                .append(json(parameters))
                .append("}},"));
        columns.setLength(columns.length() - 1);
        TextTable table = make("{\"columns\": [" + columns + "]}");
        continuous.forEach(
                (name, parameters) -> assertFollows(numbers(table, name), Distribution.of(name, parameters)::cdf));
    }

    private static String json(Map<String, Double> parameters) {
        StringBuilder json = new StringBuilder();
        parameters.forEach(
                (name, value) -> json.append(", \"").append(name).append("\": ").append(value));
        return json.toString();
    }

    @Test
    void categoriesNullsAndCountsHaveTheirShares() throws IOException {
        TextTable table = make("""
                {"columns": [
                  {"name": "plan", "type": "text", "nullRate": 0.2,
                   "distribution": {"name": "categorical", "values": ["A", "B"], "weights": [3, 1]}},
                  {"name": "visits", "type": "integer", "nullRate": 0.1, "distribution": {"name": "poisson", "lambda": 2}},
                  {"name": "active", "type": "boolean", "format": "Yes|No", "distribution": {"name": "bernoulli", "p": 0.7}}]}
                """);
        assertThat(share(table, "plan", "A")).isCloseTo(0.6, within(0.02));
        assertThat(share(table, "plan", null)).isCloseTo(0.2, within(0.02));
        assertThat(share(table, "visits", null)).isCloseTo(0.1, within(0.02));
        assertThat(share(table, "visits", "0")).isCloseTo(0.9 * Math.exp(-2), within(0.02));
        assertThat(share(table, "active", "Yes")).isCloseTo(0.7, within(0.02));
    }

    @Test
    void correlationsAreThoseOfTheMatrix() throws IOException {
        TextTable table = make("""
                {"columns": [
                  {"name": "a", "type": "decimal", "distribution": {"name": "normal", "mean": 0, "sd": 1}},
                  {"name": "b", "type": "decimal", "distribution": {"name": "normal", "mean": 5, "sd": 2}},
                  {"name": "c", "type": "decimal", "distribution": {"name": "uniform", "min": 0, "max": 1}}],
                 "correlations": {"columns": ["b", "a"], "matrix": [[1, -0.8], [-0.8, 1]]}}
                """);
        assertThat(Correlation.pearson(numbers(table, "a"), numbers(table, "b")))
                .isCloseTo(-0.8, within(0.02));
        assertThat(Correlation.pearson(numbers(table, "a"), numbers(table, "c")))
                .isCloseTo(0, within(0.04));
    }

    @Test
    void peopleKeysPatternsDatesAndTextAreMadeAndConstraintsHold() throws IOException {
        String schema = """
                {"name": "guests", "locale": "de", "primaryKey": ["id"], "columns": [
                  {"name": "id", "type": "integer", "distribution": {"name": "sequence", "start": 100}},
                  {"name": "code", "type": "text", "unique": true, "distribution": {"name": "regex", "pattern": "[A-Z]{2}-\\\\d{3}"}},
                  {"name": "name", "type": "text", "distribution": {"name": "person", "field": "full_name"}},
                  {"name": "email", "type": "text", "unique": true, "distribution": {"name": "person", "field": "email"}},
                  {"name": "phone", "type": "text", "distribution": {"name": "person", "field": "phone"}},
                  {"name": "from", "type": "date", "distribution": {"name": "uniform", "min": "2024-01-01", "max": "2024-12-31"}},
                  {"name": "to", "type": "date", "distribution": {"name": "uniform", "min": "2024-01-01", "max": "2024-12-31"}},
                  {"name": "city", "type": "text"}, {"name": "state", "type": "text"},
                  {"name": "rate", "type": "decimal", "decimals": 2, "distribution": {"name": "lognormal", "mu": 4, "sigma": 1}},
                  {"name": "size", "type": "integer", "unique": true, "distribution": {"name": "normal", "mean": 0, "sd": 9}},
                  {"name": "note", "type": "text", "nullRate": 0.5, "distribution": {"name": "text", "words": 6}}],
                 "constraints": [
                  {"type": "inequality", "low": "from", "high": "to", "strict": true},
                  {"type": "range", "column": "rate", "min": 300, "max": 310, "maxExclusive": true},
                  {"type": "fixed_combinations", "columns": ["city", "state"], "tuples": [["Bonn", "NW"], ["Kiel", "SH"]]}]}
                """;
        TextTable table = make(schema);
        assertThat(table.rows()).isEqualTo(ROWS);
        for (String unique : List.of("id", "code", "email", "size")) {
            assertThat(table.column(unique).orElseThrow().dictionary())
                    .as(unique)
                    .hasSize(ROWS);
        }
        assertThat(text(table, "id", 0)).isEqualTo("100");
        for (int row = 0; row < ROWS; row++) {
            assertThat(text(table, "code", row)).matches("[A-Z]{2}-[0-9]{3}");
            assertThat(text(table, "email", row)).matches("\\S+@\\S+");
            assertThat(text(table, "from", row)).isLessThan(text(table, "to", row));
            assertThat(text(table, "city", row) + text(table, "state", row)).isIn("BonnNW", "KielSH");
            assertThat(Double.parseDouble(text(table, "rate", row)))
                    .isGreaterThanOrEqualTo(300)
                    .isLessThan(310);
        }
        FittedGeneration generation = DeclaredGeneration.of(read(schema), options());
        assertThat(Twins.bytes(Twins.travelled(generation), 2, 2)).isEqualTo(Twins.bytes(generation, 1, 1));
    }

    @Test
    void aConditionIsKeptHereToo() throws IOException {
        SchemaFile file = read("""
                {"columns": [{"name": "a", "type": "decimal", "decimals": 1,
                   "distribution": {"name": "normal", "mean": 0, "sd": 1}}]}
                """);
        FittedGeneration far =
                DeclaredGeneration.of(file, options().withRows(1_000)).where("a > 4.5");
        for (TextTable block : Twins.blocks(far, 1, 1)) {
            assertThat(block.rows()).isEqualTo(1_000);
            assertThat(java.util.Arrays.stream(numbers(block, "a")).min().orElseThrow())
                    .isGreaterThan(4.5);
        }
    }

    @Test
    void whatIsMissingOrContradictoryIsTold() {
        refused("{\"columns\": [{\"name\": \"a\", \"type\": \"integer\"}]}", "'a'", "no distribution");
        refused("{\"constraints\": []}", "no column");
        refused(
                "{\"columns\": [{\"name\": \"a\", \"type\": \"text\", \"distribution\": {\"name\": \"beta\", \"alpha\": 1, \"beta\": 1}}]}",
                "cannot have the distribution 'beta'");
        refused("""
                {"columns": [{"name": "a", "type": "decimal", "distribution": {"name": "uniform", "min": 0, "max": 1}},
                             {"name": "b", "type": "decimal", "distribution": {"name": "uniform", "min": 0, "max": 1}},
                             {"name": "c", "type": "decimal", "distribution": {"name": "uniform", "min": 0, "max": 1}}],
                 "correlations": {"columns": ["a", "b", "c"], "matrix": [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]}}
                """, "not positive definite");
    }

    private void refused(String schema, String... words) {
        assertThatThrownBy(() -> DeclaredGeneration.of(read(schema), options())).hasMessageContainingAll(words);
    }

    private SchemaFile read(String json) throws IOException {
        return SchemaFiles.read(Files.writeString(folder.resolve("schema.json"), json), "schema");
    }

    private static GenerationOptions options() {
        return GenerationOptions.defaults().withRows(ROWS).withSeed(5);
    }

    private TextTable make(String schema) throws IOException {
        FittedGeneration generation = DeclaredGeneration.of(read(schema), options());
        return io.verisim.synthesizer.quality.data.Tables.concat("t", Twins.blocks(generation, 1, 1));
    }

    private static String text(TextTable table, String column, int row) {
        return Objects.requireNonNull(table.column(column).orElseThrow().value(row));
    }

    private static double[] numbers(TextTable table, String column) {
        return TypedValues.numbers(table.column(column).orElseThrow()).values();
    }

    private static double share(TextTable table, String column, @org.jspecify.annotations.Nullable String value) {
        int count = 0;
        for (int row = 0; row < table.rows(); row++) {
            count += Objects.equals(table.column(column).orElseThrow().value(row), value) ? 1 : 0;
        }
        return count / (double) table.rows();
    }
}
