package io.verisim.synthesizer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** What holds of any two tables of the same columns. */
class EvaluationPropertiesTest {

    private static final EvaluationOptions OPTIONS = new EvaluationOptions(3, 1, false);

    /** Property 12: every measure is there, as a number in its range or as null with a reason. */
    @Property(tries = 200, maxSize = 120)
    void qualityMetricsAreAlwaysComputed(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        JsonNode json = json(Evaluation.evaluate(input(kinds, size, random), OPTIONS));

        for (String name : new String[] {"overall", "columnShapes", "overallAllPairs", "newRowSynthesis"}) {
            assertScoreOrReason(json.path(name), json.path("reasons").path(name), name);
        }
        assertThat(json.path("columnsUsed")).hasSize(kinds.columns().size());
        for (String column : kinds.columnNames()) {
            JsonNode score = json.path("columns").path(column);
            assertScoreOrReason(score.path("score"), score.path("reason"), column);
            assertThat(json.path("extraColumns").path(column).has("MissingValueSimilarity"))
                    .isTrue();
            JsonNode validity = json.path("diagnostic").path("columns").path(column);
            assertScoreOrReason(validity.path("score"), validity.path("reason"), column);
        }
        int n = kinds.columns().size();
        assertThat(json.path("pairs")).hasSize(n * (n - 1) / 2);
        for (JsonNode pair : json.path("pairs")) {
            assertScoreOrReason(
                    pair.path("score"),
                    pair.path("reason"),
                    pair.path("columns").toString());
            assertThat(pair.path("counted").asBoolean() && pair.path("score").isNull())
                    .isFalse();
        }
        assertThat(json.path("dcr").has("overfittingProtection")).isTrue();
        assertThat(json.path("dcr").path("closerToTrainingShare").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/edgeCases/match").asDouble()).isBetween(0.0, 1.0);
        for (String name : new String[] {"overall", "columnShapes", "overallAllPairs"}) {
            JsonNode ceiling = json.at("/ceiling/" + name);
            assertThat(ceiling.isNull() || ceiling.asDouble() >= 0 && ceiling.asDouble() <= 1 + 1e-12)
                    .as("ceiling of " + name)
                    .isTrue();
        }
        JsonNode utility = json.path("utility");
        assertScoreOrReason(utility.path("synthetic"), utility.path("reason"), "utility");
    }

    /** Property 12 without a holdout: the ceiling is estimated, or a reason stands in its place. */
    @Property(tries = 100, maxSize = 120)
    void ceilingsAreEstimatedWithoutAHoldout(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        EvaluationInput input = EvaluationInput.of(
                        RandomTables.table(kinds, size, random), RandomTables.table(kinds, size, random))
                .withMetadata(SdvMetadata.of(kinds));
        JsonNode json = json(Evaluation.evaluate(input, OPTIONS));

        if (json.has("ceiling")) {
            assertThat(json.at("/ceiling/source").asString()).isEqualTo("halves");
            for (JsonNode score : json.at("/ceiling/columns")) {
                assertThat(score.asDouble()).isBetween(0.0, 1.0);
            }
        } else {
            assertThat(json.at("/reasons/ceiling").asString("")).isNotEmpty();
        }
        assertThat(json.at("/reasons/utility").asString("")).isNotEmpty();
    }

    /** Property 13: KS and Wasserstein for numbers and datetimes, chi-squared for categories and booleans. */
    @Property(tries = 200, maxSize = 120)
    void testsFitTheTypesOfTheColumns(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        EvaluationReport report = Evaluation.evaluate(input(kinds, size, random), OPTIONS);

        kinds.columns().forEach(spec -> {
            ColumnTest test = report.laws().tests().getOrDefault(spec.name(), new ColumnTest(null, null));
            boolean continuous = spec.kind().continuous();
            assertThat(test.ks() != null).isEqualTo(continuous);
            assertThat(test.chiSquared() != null).isEqualTo(!continuous);
            assertThat(report.laws().wasserstein().containsKey(spec.name())).isEqualTo(continuous);
            ColumnTest.TestResult result = test.ks() != null ? test.ks() : test.chiSquared();
            assertThat(result).isNotNull();
            WassersteinScore distance = report.laws().wasserstein().get(spec.name());
            if (distance != null) {
                assertThat(distance.raw() == null || distance.raw() >= 0).isTrue();
                assertThat(distance.perIqr() == null == (distance.reason() != null))
                        .isTrue();
            }
            if (result != null && result.statistic() != null) {
                assertThat(result.statistic()).isGreaterThanOrEqualTo(0);
                assertThat(result.p()).isBetween(0.0, 1.0);
            } else if (result != null) {
                assertThat(result.reason()).isNotEmpty();
            }
        });
    }

    @Property(tries = 100, maxSize = 60)
    void aTableScoresOneAgainstItself(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable table = RandomTables.table(kinds, size, random);
        EvaluationReport report =
                Evaluation.evaluate(EvaluationInput.of(table, table).withMetadata(SdvMetadata.of(kinds)), OPTIONS);

        report.details().columns().forEach((name, score) -> assertOneOrUndefined(score.score(), name));
        report.details()
                .pairs()
                .forEach(pair ->
                        assertOneOrUndefined(pair.score(), pair.columns().toString()));
        assertThat(report.likeness().newRowSynthesis()).isZero();
    }

    @Property(tries = 100, maxSize = 60)
    void shapesAreSymmetricUpToUnseenCategories(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable a = RandomTables.table(kinds, size, random);
        TextTable b = RandomTables.table(kinds, size, random);
        Map<String, ColumnScore> forth =
                ColumnFigures.each(ColumnFigures.of(AlignedTable.of(kinds, a, b), 1), ColumnFigures::shape);
        AlignedTable back = AlignedTable.of(kinds, b, a);

        for (AlignedColumn column : back.columns()) {
            Double one = ColumnShapes.of(column).score();
            ColumnScore other = forth.get(column.name());
            assertThat(other).isNotNull();
            if (one != null && other != null) {
                assertThat(one).isCloseTo(other.score(), org.assertj.core.api.Assertions.within(1e-4));
            }
        }
    }

    private static EvaluationInput input(TableKinds kinds, int size, RandomGenerator random) {
        return EvaluationInput.of(RandomTables.table(kinds, size, random), RandomTables.table(kinds, size, random))
                .withMetadata(SdvMetadata.of(kinds))
                .withHoldout(RandomTables.table(kinds, size, random));
    }

    private static void assertScoreOrReason(JsonNode score, JsonNode reason, String what) {
        if (score.isNull()) {
            assertThat(reason.asString("")).as("reason of " + what).isNotEmpty();
        } else {
            assertThat(score.isNumber()).as(what).isTrue();
            assertThat(score.asDouble()).as(what).isBetween(-1e-12, 1 + 1e-12);
        }
    }

    private static void assertOneOrUndefined(@org.jspecify.annotations.Nullable Double score, String what) {
        if (score != null) {
            assertThat(score).as(what).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    private static JsonNode json(EvaluationReport report) {
        return MessageCodec.mapper().readTree(MessageCodec.mapper().writeValueAsString(report));
    }
}
