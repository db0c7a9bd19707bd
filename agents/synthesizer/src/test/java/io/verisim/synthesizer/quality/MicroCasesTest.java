package io.verisim.synthesizer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.shape.Adherence;
import io.verisim.synthesizer.quality.shape.KolmogorovSmirnov;
import io.verisim.synthesizer.quality.shape.Statistics;
import io.verisim.synthesizer.quality.shape.TotalVariation;
import io.verisim.tabular.TextColumn;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hand-made columns and pairs (nulls, ties, constants, infinities) with the scores of SDMetrics 0.29.0. */
class MicroCasesTest {

    @TestFactory
    Stream<DynamicTest> columns() throws IOException {
        List<JsonNode> cases = cases("columns");
        assertThat(cases).hasSize(45);
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.path("metric").asString() + " " + c.path("note").asString() + c.path("params"),
                        () -> Golden.check(c.toString(), Defined.of(score(c)), c.path("score"))));
    }

    @TestFactory
    Stream<DynamicTest> pairs() throws IOException {
        List<JsonNode> cases = cases("pairs");
        assertThat(cases).hasSize(34);
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.path("note").asString() + " " + c.path("thresholds"), () -> checkPair(c)));
    }

    private static double score(JsonNode c) {
        String metric = c.path("metric").asString();
        boolean booleans = c.path("real").path(0).isBoolean();
        return switch (metric) {
            // a boolean column labelled numerical has no score
            case "KSComplement" -> booleans ? Double.NaN : present(c, KolmogorovSmirnov::complement);
            case "RangeCoverage" -> present(c, Statistics::rangeCoverage);
            case "BoundaryAdherence" -> Adherence.boundary(numbers(c.path("real"), c.path("synthetic")));
            case "MissingValueSimilarity" ->
                Statistics.missingValueSimilarity(numbers(c.path("real"), c.path("synthetic")));
            case "StatisticSimilarity" -> {
                ToDoubleFunction<double[]> statistic =
                        switch (c.at("/params/statistic").asString()) {
                            case "mean" -> Statistics::mean;
                            case "median" -> Statistics::median;
                            default -> Statistics::standardDeviation;
                        };
                yield present(c, (real, synthetic) -> Statistics.similarity(real, synthetic, statistic));
            }
            case "TVComplement" -> {
                CategoryColumn column = categories(c.path("real"), c.path("synthetic"));
                yield TotalVariation.complement(column.counts(Side.REAL), column.counts(Side.SYNTHETIC));
            }
            case "CategoryCoverage" -> Statistics.categoryCoverage(categories(c.path("real"), c.path("synthetic")));
            case "CategoryAdherence" -> Adherence.category(categories(c.path("real"), c.path("synthetic")));
            case "KeyUniqueness" -> {
                List<@Nullable String> keys = new ArrayList<>();
                c.path("synthetic").forEach(v -> keys.add(v.isNull() ? null : v.toString()));
                yield Adherence.keyUniqueness(List.of(TextColumn.of("key", keys)));
            }
            default -> throw new AssertionError(metric);
        };
    }

    private static void checkPair(JsonNode c) {
        List<AlignedColumn> columns = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            JsonNode real = column(c.path("real"), i);
            JsonNode synthetic = column(c.path("synthetic"), i);
            boolean numeric = c.path("sdtypes").path(i).asString().equals("numerical");
            columns.add(numeric ? numbers(real, synthetic) : categories(real, synthetic));
        }
        AlignedTable table = new AlignedTable(
                columns, List.of(c.path("real").size(), c.path("synthetic").size()), java.util.Map.of());
        PairScore pair = PairTrends.of(table, 1).getFirst();
        boolean all = c.path("thresholds").path(0).asDouble() == 0;
        JsonNode expected = c.path("details").path(0);

        assertThat(pair.metric()).isEqualTo(expected.path("Metric").asString());
        Golden.check(c.toString(), all || pair.counted() ? pair.score() : null, expected.path("Score"));
        if (!all) {
            assertThat(pair.counted())
                    .isEqualTo(expected.path("Meets Threshold?").asBoolean(false));
            JsonNode strength = Optional.of(expected.path("Real Association"))
                    .filter(node -> !node.isNull())
                    .orElse(expected.path("Real Correlation"));
            if (!strength.isNull()) {
                Golden.check("strength", pair.realStrength(), strength);
            }
        }
    }

    private static JsonNode column(JsonNode rows, int index) {
        var column = MessageCodec.mapper().createArrayNode();
        rows.forEach(row -> column.add(row.path(index)));
        return column;
    }

    private static double present(JsonNode c, java.util.function.ToDoubleBiFunction<double[], double[]> metric) {
        NumberColumn column = numbers(c.path("real"), c.path("synthetic"));
        return metric.applyAsDouble(column.present(Side.REAL), column.present(Side.SYNTHETIC));
    }

    private static NumberColumn numbers(JsonNode real, JsonNode synthetic) {
        return NumberColumn.of(ColumnSpec.of("x", ColumnKind.NUMERICAL), doubles(real), doubles(synthetic));
    }

    private static double[] doubles(JsonNode values) {
        double[] doubles = new double[values.size()];
        for (int i = 0; i < doubles.length; i++) {
            JsonNode value = values.path(i);
            doubles[i] = value.isNull()
                    ? Double.NaN
                    : value.isString()
                            ? Double.parseDouble(value.asString())
                            : value.isBoolean() ? 0 : value.asDouble();
        }
        return doubles;
    }

    private static CategoryColumn categories(JsonNode real, JsonNode synthetic) {
        return CategoryColumn.coded(
                ColumnSpec.of("y", ColumnKind.CATEGORICAL), List.of(objects(real), objects(synthetic)));
    }

    private static CategoryColumn.Meant objects(JsonNode values) {
        List<@Nullable Object> objects = new ArrayList<>();
        for (JsonNode value : values) {
            if (value.isNull()) {
                objects.add(null);
            } else if (value.isNumber()) {
                objects.add(value.asDouble());
            } else {
                objects.add(value.asString().toLowerCase(Locale.ROOT));
            }
        }
        return new CategoryColumn.Meant(IntStream.range(0, objects.size()).toArray(), objects);
    }

    private static List<JsonNode> cases(String kind) throws IOException {
        try (InputStream in = MicroCasesTest.class.getResourceAsStream("/golden/micro.json")) {
            List<JsonNode> cases = new ArrayList<>();
            MessageCodec.mapper()
                    .readTree(Objects.requireNonNull(in))
                    .path(kind)
                    .forEach(cases::add);
            return cases;
        }
    }
}
