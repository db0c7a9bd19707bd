package io.verisim.synthesizer.quality.chart;

import io.verisim.synthesizer.quality.PairScore;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How strongly columns are related, as matrices in the order of {@code columns}: Pearson's r between numbers, Cramér's V
 * elsewhere. NaN where undefined.
 *
 * @param columns at most {@value #MOST_COLUMNS}: more would be specks
 * @param real strength in the real data; 1 on the diagonal
 * @param synthetic strength in the synthetic data
 * @param scores how well each pair is met; NaN on the diagonal
 */
public record Relations(List<String> columns, double[][] real, double[][] synthetic, double[][] scores) {

    /** Most columns that are shown, the first of the table. */
    public static final int MOST_COLUMNS = 40;

    static Relations of(List<String> all, List<PairScore> pairs) {
        List<String> columns = all.subList(0, Math.min(MOST_COLUMNS, all.size()));
        return new Relations(
                List.copyOf(columns),
                matrix(columns, pairs, PairScore::realStrength, 1),
                matrix(columns, pairs, PairScore::syntheticStrength, 1),
                matrix(columns, pairs, PairScore::score, Double.NaN));
    }

    private static double[][] matrix(
            List<String> columns, List<PairScore> pairs, Function<PairScore, @Nullable Double> value, double diagonal) {
        double[][] matrix = new double[columns.size()][columns.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = diagonal;
        }
        for (PairScore pair : pairs) {
            int a = columns.indexOf(pair.columns().getFirst());
            int b = columns.indexOf(pair.columns().getLast());
            if (a >= 0 && b >= 0) {
                Double of = value.apply(pair);
                matrix[a][b] = of == null ? Double.NaN : of;
                matrix[b][a] = matrix[a][b];
            }
        }
        return matrix;
    }

    /** Synthetic less real. */
    public double[][] difference() {
        double[][] difference = new double[real.length][real.length];
        for (int a = 0; a < real.length; a++) {
            for (int b = 0; b < real.length; b++) {
                difference[a][b] = synthetic[a][b] - real[a][b];
            }
        }
        return difference;
    }
}
