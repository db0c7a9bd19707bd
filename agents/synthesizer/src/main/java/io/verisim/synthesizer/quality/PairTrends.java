package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import io.verisim.synthesizer.quality.trend.Contingency;
import io.verisim.synthesizer.quality.trend.Correlation;
import io.verisim.synthesizer.quality.trend.Levels;
import io.verisim.synthesizer.quality.trend.Standardised;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores every pair of columns: two numeric columns by Pearson's r, all others by their joint frequencies, numbers being
 * cut into ten bins on each side's own range.
 */
final class PairTrends {

    private static final double LEAST_CORRELATION = 0.5;
    private static final double LEAST_ASSOCIATION = 0.3;
    private static final String INFINITE = "infinite values";

    private final List<AlignedColumn> columns;
    private final List<Levels> levels;
    private final List<@Nullable Lines> lines;

    private PairTrends(AlignedTable table, int threads) {
        columns = table.columns();
        levels = Workers.map(threads, columns.size(), c -> Levels.of(columns.get(c)));
        List<@Nullable Lines> all = new ArrayList<>();
        Workers.map(threads, columns.size(), c -> Optional.ofNullable(Lines.of(columns.get(c))))
                .forEach(found -> all.add(found.orElse(null)));
        lines = all;
    }

    /**
     * What every pair asks of a column of numbers.
     *
     * @param infinite whether a value is
     * @param constant in which data there is exactly one value, in words; null for none
     * @param real ready for correlations
     * @param synthetic as {@code real}
     */
    private record Lines(boolean infinite, @Nullable String constant, Standardised real, Standardised synthetic) {

        static @Nullable Lines of(AlignedColumn column) {
            if (!(column instanceof NumberColumn numbers)) {
                return null;
            }
            double[] real = numbers.numbers(Side.REAL);
            double[] synthetic = numbers.numbers(Side.SYNTHETIC);
            String where = isConstant(real) ? "real" : isConstant(synthetic) ? "synthetic" : null;
            return new Lines(
                    hasInfinite(real) || hasInfinite(synthetic),
                    where == null ? null : "constant " + column.name() + " in the " + where + " data",
                    Standardised.of(real),
                    Standardised.of(synthetic));
        }
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
        Lines x = lines.get(a);
        Lines y = lines.get(b);
        List<String> names = List.of(columns.get(a).name(), columns.get(b).name());
        if (x != null && y != null) {
            return correlation(names, x, y);
        }
        boolean infinite = x != null && x.infinite || y != null && y.infinite;
        return infinite
                ? new PairScore(names, PairScore.CONTINGENCY, null, false, null, null, INFINITE)
                : contingency(names, Contingency.of(levels.get(a), levels.get(b)));
    }

    private static PairScore correlation(List<String> names, Lines x, Lines y) {
        String constant = x.constant == null ? y.constant : x.constant;
        if (x.infinite || y.infinite || constant != null) {
            String why = x.infinite || y.infinite || constant == null ? INFINITE : constant;
            return new PairScore(names, PairScore.CORRELATION, null, false, null, null, why);
        }
        double real = x.real.pearson(y.real);
        double synthetic = x.synthetic.pearson(y.synthetic);
        // with threshold 0 a pair whose real columns do not correlate at all is left out as well
        Double score = real == 0 ? null : Defined.of(Correlation.similarity(real, synthetic));
        String reason = score != null ? null : real == 0 ? "no correlation in the real data" : "undefined correlation";
        return new PairScore(
                names,
                PairScore.CORRELATION,
                score,
                score != null && Math.abs(real) > LEAST_CORRELATION,
                Defined.of(real),
                Defined.of(synthetic),
                reason);
    }

    private static PairScore contingency(List<String> names, Contingency counts) {
        Double score = Defined.of(counts.similarity());
        double association = counts.cramersV();
        return new PairScore(
                names,
                PairScore.CONTINGENCY,
                score,
                score != null && association > LEAST_ASSOCIATION,
                Defined.of(association),
                Defined.of(counts.syntheticCramersV()),
                score == null ? "a side has no row" : null);
    }

    /** Whether there is exactly one distinct value. */
    private static boolean isConstant(double[] values) {
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

    private static boolean hasInfinite(double[] values) {
        for (double value : values) {
            if (Double.isInfinite(value)) {
                return true;
            }
        }
        return false;
    }
}
