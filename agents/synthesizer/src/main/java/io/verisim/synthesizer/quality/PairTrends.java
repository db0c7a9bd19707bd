package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import io.verisim.synthesizer.quality.trend.Contingency;
import io.verisim.synthesizer.quality.trend.Correlation;
import io.verisim.synthesizer.quality.trend.Levels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores every pair of columns: two numeric columns by Pearson's r, all others by their joint frequencies, numbers being
 * cut into ten bins on each side's own range.
 */
final class PairTrends {

    private static final double LEAST_CORRELATION = 0.5;
    private static final double LEAST_ASSOCIATION = 0.3;

    private final List<AlignedColumn> columns;
    private final List<Levels> levels;
    private final boolean[] infinite;

    private PairTrends(AlignedTable table, int threads) {
        columns = table.columns();
        infinite = new boolean[columns.size()];
        for (int c = 0; c < infinite.length; c++) {
            infinite[c] =
                    columns.get(c) instanceof NumberColumn n && (infinite(n, Side.REAL) || infinite(n, Side.SYNTHETIC));
        }
        levels = Workers.map(threads, columns.size(), c -> Levels.of(columns.get(c)));
    }

    static List<PairScore> of(AlignedTable table, int threads) {
        PairTrends trends = new PairTrends(table, threads);
        int n = trends.columns.size();
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                pairs.add(new int[] {a, b});
            }
        }
        return Workers.map(threads, pairs.size(), p -> trends.score(pairs.get(p)[0], pairs.get(p)[1]));
    }

    private PairScore score(int a, int b) {
        return columns.get(a) instanceof NumberColumn x && columns.get(b) instanceof NumberColumn y
                ? correlation(x, y, infinite[a] || infinite[b])
                : contingency(a, b);
    }

    private static PairScore correlation(NumberColumn x, NumberColumn y, boolean infinite) {
        List<String> names = List.of(x.name(), y.name());
        String undefined = infinite ? "infinite values" : constant(x, y);
        if (undefined != null) {
            return new PairScore(names, "CorrelationSimilarity", null, false, null, null, undefined);
        }
        double real = Correlation.pearson(x.numbers(Side.REAL), y.numbers(Side.REAL));
        double synthetic = Correlation.pearson(x.numbers(Side.SYNTHETIC), y.numbers(Side.SYNTHETIC));
        // with threshold 0 a pair whose real columns do not correlate at all is left out as well
        Double score = real == 0 ? null : Defined.of(Correlation.similarity(real, synthetic));
        String reason = score != null ? null : real == 0 ? "no correlation in the real data" : "undefined correlation";
        return new PairScore(
                names,
                "CorrelationSimilarity",
                score,
                score != null && Math.abs(real) > LEAST_CORRELATION,
                Defined.of(real),
                Defined.of(synthetic),
                reason);
    }

    private PairScore contingency(int a, int b) {
        List<String> names = List.of(columns.get(a).name(), columns.get(b).name());
        if (infinite[a] || infinite[b]) {
            return new PairScore(names, "ContingencySimilarity", null, false, null, null, "infinite values");
        }
        Double score = Defined.of(Contingency.similarity(levels.get(a), levels.get(b)));
        double association = Contingency.cramersV(levels.get(a), levels.get(b));
        return new PairScore(
                names,
                "ContingencySimilarity",
                score,
                score != null && association > LEAST_ASSOCIATION,
                Defined.of(association),
                null,
                score == null ? "a side has no row" : null);
    }

    private static @Nullable String constant(NumberColumn x, NumberColumn y) {
        for (NumberColumn column : List.of(x, y)) {
            for (Side side : List.of(Side.REAL, Side.SYNTHETIC)) {
                if (constant(column.numbers(side))) {
                    return "constant " + column.name() + " in the " + (side == Side.REAL ? "real" : "synthetic")
                            + " data";
                }
            }
        }
        return null;
    }

    /** Whether there is exactly one distinct value. */
    private static boolean constant(double[] values) {
        double first = Double.NaN;
        for (double value : values) {
            if (Double.isNaN(first)) {
                first = value;
            } else if (!Double.isNaN(value) && value != first) {
                return false;
            }
        }
        return !Double.isNaN(first);
    }

    private static boolean infinite(NumberColumn column, Side side) {
        return Arrays.stream(column.numbers(side)).anyMatch(Double::isInfinite);
    }
}
