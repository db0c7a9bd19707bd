package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The documents that programs read: names and kinds of what is in them are a promise. */
class DocumentsTest {

    @TempDir
    private Path folder;

    private Path orders = Path.of("");

    @BeforeEach
    void writeATable() throws IOException {
        orders = Tables.orders(folder.resolve("orders.csv"), 120);
    }

    @Test
    void classifyTellsEveryColumnOfEveryTable() throws IOException {
        Path people = Tables.write(
                folder.resolve("people.csv"), "mail,n\n" + "ann.lee@web.de,1\nbo.ek@gmx.net,2\n".repeat(5));
        JsonNode table = Ran.verisim("classify", people, "--json").document().at("/tables/0");

        assertThat(table.propertyNames()).containsExactly("table", "rows", "columns");
        assertThat(table.path("table").asString()).isEqualTo("people");
        assertThat(table.path("rows").asInt()).isEqualTo(10);
        assertThat(table.path("columns")).hasSize(2);
        for (JsonNode column : table.path("columns")) {
            assertThat(column.propertyNames())
                    .contains("name", "type", "sensitive", "sensitivityType", "confidence", "reasoning", "strategy");
            assertThat(column.path("sensitive").asBoolean())
                    .isEqualTo(column.path("confidence").asDouble() > 0.7);
        }
        JsonNode mail = table.at("/columns/0");
        assertThat(mail.path("name").asString()).isEqualTo("mail");
        assertThat(mail.path("type").asString()).isEqualTo("TEXT");
        assertThat(mail.path("sensitive").isBoolean()).isTrue();
        assertThat(mail.path("sensitive").asBoolean()).isTrue();
        assertThat(mail.path("sensitivityType").asString()).isEqualTo("email");
        assertThat(mail.path("confidence").asDouble()).isBetween(0.9, 1.0);
        assertThat(mail.path("reasoning").asString()).isNotBlank().doesNotContain("ann.lee");
        assertThat(mail.path("strategy").asString()).isIn("person", "pattern");
    }

    @Test
    void evaluateTellsEveryMeasure() {
        JsonNode report = Ran.verisim(
                        "evaluate", "--real", orders, "--synthetic", orders, "--holdout", orders, "--json")
                .document();

        for (String score : List.of("overall", "columnShapes", "overallAllPairs", "columnPairTrendsAllPairs")) {
            assertThat(report.path(score).isNumber()).as(score).isTrue();
        }
        assertThat(report.path("columnPairTrends").isNumber())
                .as("age and segment are related")
                .isTrue();
        assertThat(report.path("newRowSynthesis").asDouble(-1)).isZero();
        assertThat(report.path("treeDetectorAuc").isNumber()).isTrue();

        List<String> used = new ArrayList<>();
        report.path("columnsUsed").forEach(column -> used.add(column.asString()));
        assertThat(used).contains("city", "age", "income", "ordered", "paid", "segment");
        assertThat(report.path("columns").propertyNames()).containsExactlyElementsOf(used);
        assertThat(report.at("/columns/age/metric").asString()).isEqualTo("KSComplement");
        assertThat(report.at("/columns/city/metric").asString()).isEqualTo("TVComplement");
        assertThat(report.at("/columns/city/score").isNumber()).isTrue();

        assertThat(report.path("pairs")).hasSize(used.size() * (used.size() - 1) / 2);
        for (JsonNode pair : report.path("pairs")) {
            assertThat(pair.path("columns")).hasSize(2);
            assertThat(pair.path("metric").asString()).isIn("CorrelationSimilarity", "ContingencySimilarity");
            assertThat(pair.has("score")).isTrue();
            assertThat(pair.path("counted").isBoolean()).isTrue();
        }
        assertThat(report.path("extraColumns").propertyNames()).containsExactlyElementsOf(used);
        assertThat(report.path("diagnostic").propertyNames())
                .containsExactly("score", "dataValidity", "dataStructure", "columns");
        assertThat(report.at("/diagnostic/score").asDouble()).isEqualTo(1);

        assertThat(report.path("tests").propertyNames()).containsExactlyElementsOf(used);
        assertThat(report.at("/tests/age/ks/statistic").asDouble(-1)).isZero();
        assertThat(report.at("/tests/age").has("chiSquared")).isFalse();
        assertThat(report.at("/tests/city/chiSquared/p").asDouble()).isEqualTo(1);
        assertThat(report.at("/tests/city/chiSquared/df").asInt()).isPositive();

        assertThat(report.at("/dcr/overfittingProtection").isNumber()).isTrue();
        assertThat(report.at("/dcr/closerToTrainingShare").isNumber()).isTrue();
    }

    @Test
    void distancesToTheClosestRecordNeedAHoldout() {
        assertThat(Ran.verisim("evaluate", "--real", orders, "--synthetic", orders, "--json")
                        .document()
                        .has("dcr"))
                .isFalse();
    }

    @Test
    void whatIsUndefinedIsNullWithItsReason() throws IOException {
        Path one = Tables.write(folder.resolve("one.csv"), "a,b,c\n1,2,x\n");
        JsonNode report = Ran.verisim("evaluate", "--real", one, "--synthetic", one, "--json")
                .document();

        List<String> nulls = new ArrayList<>();
        for (String name : report.propertyNames()) {
            if (report.path(name).isNull()) {
                nulls.add(name);
                assertThat(report.path("reasons").path(name).asString(""))
                        .as("why " + name)
                        .isNotBlank();
            } else if (!name.equals("extraColumns")) {
                nullsHaveReasons(report.path(name), name, nulls);
            }
        }
        assertThat(nulls).contains("columnPairTrends", "treeDetectorAuc", "correlationPreservation", "pairs.0.score");
    }

    private static void nullsHaveReasons(JsonNode node, String path, List<String> nulls) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = path + "." + property.getKey();
            if (property.getValue().isNull()) {
                nulls.add(name);
                assertThat(node.path("reason").asString("")).as("why " + name).isNotBlank();
            }
            nullsHaveReasons(property.getValue(), name, nulls);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            nullsHaveReasons(node.get(i), path + "." + i, nulls);
        }
    }

    @Test
    void generateTellsWhatItMade() {
        Path twin = folder.resolve("twin.csv");
        Path report = folder.resolve("quality.json");
        JsonNode made = Ran.verisim("generate", orders, "--out", twin, "--report", report, "--seed", 5, "--json")
                .document();

        assertThat(made.path("out").asString()).isEqualTo(twin.toString());
        assertThat(made.path("report").asString()).isEqualTo(report.toString());
        assertThat(made.path("rows").asInt()).isEqualTo(120);
        assertThat(made.path("model").asString()).isEqualTo("latent_mixture");
        assertThat(made.path("seed").asInt()).isEqualTo(5);
        assertThat(made.path("fitSeconds").isNumber()).isTrue();
        assertThat(made.path("writeSeconds").isNumber()).isTrue();
    }
}
