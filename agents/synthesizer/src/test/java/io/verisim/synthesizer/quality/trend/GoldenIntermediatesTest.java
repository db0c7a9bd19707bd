package io.verisim.synthesizer.quality.trend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.synthesizer.quality.Golden;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bin edges, codes, counts, correlations and associations against those of the reference implementation. */
class GoldenIntermediatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "titanic", "telco"})
    void edgesCodesAndCountsAgree(String name) {
        Golden golden = Golden.of(name);
        JsonNode columns = golden.expected().at("/intermediates/columns");
        AlignedTable table = golden.aligned();
        assertThat(columns).hasSameSizeAs(table.columns());
        for (AlignedColumn column : table.columns()) {
            JsonNode expected = columns.path(column.name());
            for (Side side : new Side[] {Side.REAL, Side.SYNTHETIC}) {
                String prefix = side == Side.REAL ? "real_" : "synthetic_";
                switch (column) {
                    case NumberColumn n -> {
                        double[] edges = Discretisation.edges(n.numbers(side));
                        for (int i = 0; i < edges.length; i++) {
                            Golden.check(
                                    n.name(),
                                    edges[i],
                                    expected.path(prefix + "bin_edges").path(i));
                        }
                        Map<String, Integer> codes = new TreeMap<>();
                        Arrays.stream(Discretisation.codes(n.numbers(side), edges))
                                .forEach(code -> codes.merge(String.valueOf(code), 1, Integer::sum));
                        assertThat(counts(expected.path(prefix + "bin_codes"))).isEqualTo(codes);
                    }
                    case CategoryColumn c -> {
                        Map<String, Integer> counts = new TreeMap<>();
                        int[] of = c.counts(side);
                        for (int code = 0; code < of.length; code++) {
                            if (of[code] > 0) {
                                counts.put(c.categories().get(code), of[code]);
                            }
                        }
                        if (c.missing(side) > 0) {
                            counts.put("nan", c.missing(side)); // as the reference spells it
                        }
                        assertThat(counts(expected.path(prefix + "counts"))).isEqualTo(counts);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "titanic", "telco"})
    void correlationsAndAssociationsAgree(String name) {
        Golden golden = Golden.of(name);
        Map<String, AlignedColumn> columns = new HashMap<>();
        golden.aligned().columns().forEach(column -> columns.put(column.name(), column));
        JsonNode pairs = golden.expected().at("/intermediates/pairs");
        assertThat(pairs.size()).isPositive();
        for (JsonNode pair : pairs) {
            AlignedColumn a = requireNonNull(columns.get(pair.path("column_1").asString()));
            AlignedColumn b = requireNonNull(columns.get(pair.path("column_2").asString()));
            if (pair.has("pearson")) {
                check(pair.path("pearson"), a, b, Correlation::pearson);
                check(pair.path("spearman"), a, b, Correlation::spearman);
            }
            if (pair.has("real_cramers_v")) {
                double v = Contingency.of(Levels.of(a), Levels.of(b)).cramersV();
                Golden.check("V", Double.isNaN(v) ? null : v, pair.path("real_cramers_v"));
            }
            if (pair.has("standalone_contingency_real_edges")) {
                Golden.check(
                        "real edges of " + pair,
                        Contingency.of(Levels.onRealEdges(a), Levels.onRealEdges(b))
                                .similarity(),
                        pair.path("standalone_contingency_real_edges"));
            }
        }
    }

    private static void check(JsonNode expected, AlignedColumn a, AlignedColumn b, Coefficient coefficient) {
        double real = coefficient.of(a.numbers(Side.REAL), b.numbers(Side.REAL));
        double synthetic = coefficient.of(a.numbers(Side.SYNTHETIC), b.numbers(Side.SYNTHETIC));
        Golden.check("real", real, expected.path("real"));
        Golden.check("synthetic", synthetic, expected.path("synthetic"));
        Golden.check("score", Correlation.similarity(real, synthetic), expected.path("score"));
    }

    private static Map<String, Integer> counts(JsonNode node) {
        Map<String, Integer> counts = new TreeMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        return counts;
    }

    private interface Coefficient {
        double of(double[] x, double[] y);
    }
}
