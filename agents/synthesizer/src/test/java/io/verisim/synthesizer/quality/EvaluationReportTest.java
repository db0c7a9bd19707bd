package io.verisim.synthesizer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvaluationReportTest {

    private static final EvaluationOptions QUICK = new EvaluationOptions(1, 1, true);

    @Test
    void theJsonHasEveryFieldOfTheContract() {
        JsonNode json = json(Evaluation.evaluate(
                EvaluationInput.of(people("real", 300, 1), people("synthetic", 300, 2))
                        .withHoldout(people("holdout", 150, 3)),
                QUICK));

        assertThat(json.propertyNames())
                .contains(
                        "overall",
                        "columnShapes",
                        "columnPairTrends",
                        "overallAllPairs",
                        "columnPairTrendsAllPairs",
                        "columns",
                        "pairs",
                        "extraColumns",
                        "diagnostic",
                        "newRowSynthesis",
                        "treeDetectorAuc",
                        "dcr",
                        "privacy",
                        "tests",
                        "ceiling",
                        "utility",
                        "edgeCases",
                        "columnsUsed");
        assertThat(json.at("/columns/age/metric").asString()).isEqualTo("KSComplement");
        assertThat(json.at("/columns/age/score").isNumber()).isTrue();
        assertThat(json.at("/pairs/0").propertyNames()).contains("columns", "metric", "score", "counted");
        assertThat(json.at("/pairs/0/columns")).hasSize(2);
        assertThat(json.at("/diagnostic").propertyNames())
                .containsExactlyInAnyOrder("score", "dataValidity", "dataStructure", "columns");
        assertThat(json.at("/dcr/overfittingProtection").isNumber()).isTrue();
        assertThat(json.at("/dcr/closerToTrainingShare").asDouble()).isCloseTo(0.5, within(0.15));
        assertThat(json.at("/privacy/control").asString()).isEqualTo("holdout");
        assertThat(json.at("/privacy/gate/passed").asBoolean()).isTrue();
        assertThat(json.at("/privacy/findings")).hasSize(9);
        assertThat(json.at("/privacy/findings/0").propertyNames())
                .containsExactlyInAnyOrder("name", "attack", "control", "risk", "verdict");
        assertThat(json.at("/ceiling/source").asString()).isEqualTo("holdout");
        assertThat(json.at("/ceiling/columns/age").isNumber()).isTrue();
        assertThat(json.at("/utility/target").asString()).isEqualTo("region");
        assertThat(json.at("/edgeCases/cases/0").propertyNames())
                .containsExactlyInAnyOrder("column", "kind", "real", "synthetic");
        assertThat(json.at("/tests/age/ks/p").isNumber()).isTrue();
        assertThat(json.at("/tests/region/chiSquared/df").asInt()).isEqualTo(2);
        assertThat(json.at("/columnsUsed").toString()).isEqualTo("[\"age\",\"income\",\"region\"]");
    }

    @Test
    void undefinedNumbersAreNullWithAReason() {
        TextTable one = table("one", List.of("5"));
        JsonNode json = json(Evaluation.evaluate(EvaluationInput.of(one, one), QUICK));

        assertThat(json.has("columnPairTrends")).isTrue();
        assertThat(json.path("columnPairTrends").isNull()).isTrue();
        assertThat(json.at("/reasons/columnPairTrends").asString()).isNotEmpty();
        assertThat(json.path("treeDetectorAuc").isNull()).isTrue();
        assertThat(json.at("/reasons/treeDetectorAuc").asString()).isEqualTo("fewer than 5 rows on a side");
        assertThat(json.path("overall").asDouble()).isEqualTo(1);
        assertThat(json.has("dcr")).isFalse();
    }

    @Test
    void identicalTablesScoreOneAndShareEveryRow() {
        TextTable table = people("real", 200, 1);
        EvaluationReport report = Evaluation.evaluate(EvaluationInput.of(table, table), QUICK.withDetector(false));

        assertThat(report.scores().overall()).isCloseTo(1, within(1e-12));
        assertThat(report.scores().overallAllPairs()).isCloseTo(1, within(1e-12));
        assertThat(report.details().diagnostic().score()).isEqualTo(1);
        assertThat(report.likeness().newRowSynthesis()).isZero();
        assertThat(report.laws().correlationPreservation()).isCloseTo(1, within(1e-12));
    }

    @Test
    void threadsChangeNoFigure() {
        EvaluationInput input = EvaluationInput.of(people("real", 400, 1), people("synthetic", 300, 2))
                .withHoldout(people("holdout", 200, 3));

        assertThat(json(Evaluation.evaluate(input, QUICK.withThreads(3))))
                .isEqualTo(json(Evaluation.evaluate(input, QUICK)));
    }

    @Test
    void tablesWithoutCommonColumnAreRefused() {
        assertThatThrownBy(() ->
                        Evaluation.evaluate(EvaluationInput.of(table("a", List.of("1")), people("b", 3, 1)), QUICK))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("no column in common");
    }

    @Test
    void aValueThatIsNoNumberCountsAsMissingAndIsListed() {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            values.add(i == 7 ? "unknown" : String.valueOf(i * 3));
        }
        TextTable table = table("charges", values);
        EvaluationReport report = Evaluation.evaluate(EvaluationInput.of(table, table), QUICK.withDetector(false));

        assertThat(report.remarks().unreadable()).containsEntry("value", 1);
        assertThat(report.details().columns().values())
                .extracting(ColumnScore::metric)
                .containsExactly("KSComplement");
    }

    private static JsonNode json(EvaluationReport report) {
        return MessageCodec.mapper().readTree(MessageCodec.mapper().writeValueAsString(report));
    }

    private static TextTable table(String name, List<@Nullable String> values) {
        return new TextTable(name, List.of(TextColumn.of("value", values)));
    }

    private static TextTable people(String name, int rows, long seed) {
        Random random = new Random(seed);
        List<@Nullable String> ids = new ArrayList<>();
        List<@Nullable String> ages = new ArrayList<>();
        List<@Nullable String> incomes = new ArrayList<>();
        List<@Nullable String> regions = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int age = 18 + random.nextInt(60);
            ids.add("c-" + random.nextInt(1_000_000_000));
            ages.add(String.valueOf(age));
            incomes.add(
                    random.nextInt(10) == 0 ? null : String.format("%.2f", age * 900 + random.nextGaussian() * 2000));
            regions.add(List.of("North", "South", "West").get(random.nextInt(3)));
        }
        return new TextTable(
                name,
                List.of(
                        TextColumn.of("id", ids),
                        TextColumn.of("age", ages),
                        TextColumn.of("income", incomes),
                        TextColumn.of("region", regions)));
    }
}
