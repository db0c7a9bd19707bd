package io.verisim.synthesizer.quality;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The report against what SDMetrics 0.29.0 printed for the same tables. */
class GoldenQualityTest {

    private static final EvaluationOptions OPTIONS =
            EvaluationOptions.defaults().withThreads(2).withDetector(false);

    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "titanic", "telco"})
    void scoresOfTablesAndColumnsAgree(String name) {
        Golden golden = Golden.of(name);
        EvaluationReport report = Evaluation.evaluate(golden.input(), OPTIONS);
        JsonNode expected = golden.expected();

        Golden.check("overall", report.scores().overall(), expected.at("/quality/score"));
        Golden.check("shapes", report.scores().columnShapes(), expected.at("/quality/column_shapes"));
        Golden.check("trends", report.scores().columnPairTrends(), expected.at("/quality/column_pair_trends"));
        Golden.check("overall, all pairs", report.scores().overallAllPairs(), expected.at("/quality_all_pairs/score"));
        Golden.check(
                "trends, all pairs",
                report.scores().columnPairTrendsAllPairs(),
                expected.at("/quality_all_pairs/column_pair_trends"));
        assertThat(expected.path("columns"))
                .hasSameSizeAs(report.details().columns().keySet());
        for (JsonNode column : expected.path("columns")) {
            String columnName = column.path("Column").asString();
            ColumnScore score = requireNonNull(report.details().columns().get(columnName));
            assertThat(score.metric()).isEqualTo(column.path("Metric").asString());
            Golden.check(columnName, score.score(), column.path("Score"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "titanic", "telco"})
    void scoresOfPairsAgreeWithBothThresholds(String name) {
        Golden golden = Golden.of(name);
        Map<List<String>, PairScore> pairs = new HashMap<>();
        PairTrends.of(golden.aligned(), 2).forEach(pair -> pairs.put(pair.columns(), pair));
        JsonNode expected = golden.expected();

        assertThat(expected.path("pairs_unthresholded")).hasSameSizeAs(pairs.keySet());
        for (JsonNode pair : expected.path("pairs_unthresholded")) {
            PairScore score = requireNonNull(pairs.get(columns(pair)));
            assertThat(score.metric()).isEqualTo(pair.path("Metric").asString());
            Golden.check(columns(pair).toString(), score.score(), pair.path("Score"));
        }
        for (JsonNode pair : expected.path("pairs")) {
            PairScore score = requireNonNull(pairs.get(columns(pair)));
            assertThat(score.counted()).isEqualTo(pair.path("Meets Threshold?").asBoolean());
            Golden.check(columns(pair).toString(), score.counted() ? score.score() : null, pair.path("Score"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "titanic", "telco"})
    void diagnosticAndExtraColumnsAgree(String name) {
        Golden golden = Golden.of(name);
        EvaluationReport report = Evaluation.evaluate(golden.input(), OPTIONS);
        JsonNode expected = golden.expected().path("diagnostic");
        Diagnostic diagnostic = report.details().diagnostic();

        Golden.check("score", diagnostic.score(), expected.path("score"));
        Golden.check("validity", diagnostic.dataValidity(), expected.path("data_validity"));
        Golden.check("structure", diagnostic.dataStructure(), expected.path("data_structure"));
        for (JsonNode column : expected.path("columns")) {
            ColumnScore score = requireNonNull(
                    diagnostic.columns().get(column.path("Column").asString()));
            assertThat(score.metric()).isEqualTo(column.path("Metric").asString());
            Golden.check(score.metric(), score.score(), column.path("Score"));
        }
        golden.expected().path("extra_columns").properties().forEach(column -> {
            var figures = requireNonNull(report.details().extraColumns().get(column.getKey()));
            assertThat(column.getValue()).hasSameSizeAs(figures.keySet());
            column.getValue()
                    .properties()
                    .forEach(figure -> Golden.check(
                            column.getKey() + " " + figure.getKey(), figures.get(figure.getKey()), figure.getValue()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "titanic", "telco"})
    void newRowsAndDistancesAgree(String name) {
        Golden golden = Golden.of(name);
        EvaluationReport report = Evaluation.evaluate(golden.input(), OPTIONS);
        DcrReport dcr = requireNonNull(report.likeness().dcr());

        Golden.check(
                "new rows",
                report.likeness().newRowSynthesis(),
                golden.expected().at("/new_row_synthesis/score"));
        Golden.check(
                "overfitting", dcr.overfittingProtection(), golden.expected().at("/dcr/overfitting_protection/score"));
        assertThat(dcr.baselineProtection())
                .as("against another draw of random rows")
                .isCloseTo(
                        golden.expected().at("/dcr/baseline_protection/score").asDouble(),
                        org.assertj.core.api.Assertions.within(0.1));
    }

    private static List<String> columns(JsonNode pair) {
        return List.of(pair.path("Column 1").asString(), pair.path("Column 2").asString());
    }
}
