package io.verisim.synthesizer.quality.trend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Correlation coefficients of two columns over the rows where both values are present. */
public final class Correlation {

    private Correlation() {}

    /**
     * Pearson's r, clipped to [−1, 1]; two passes, each deviation divided by its norm first, as the reference does.
     *
     * @return NaN for fewer than two rows, no spread, or infinite values
     */
    public static double pearson(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        int n = 0;
        for (int row = 0; row < x.length; row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                meanX += x[row];
                meanY += y[row];
                n++;
            }
        }
        meanX /= n;
        meanY /= n;
        double squaresX = 0;
        double squaresY = 0;
        for (int row = 0; row < x.length; row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                squaresX += (x[row] - meanX) * (x[row] - meanX);
                squaresY += (y[row] - meanY) * (y[row] - meanY);
            }
        }
        double normX = Math.sqrt(squaresX);
        double normY = Math.sqrt(squaresY);
        double sum = 0;
        for (int row = 0; row < x.length; row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                sum += (x[row] - meanX) / normX * ((y[row] - meanY) / normY);
            }
        }
        return n < 2 || normX == 0 || normY == 0 ? Double.NaN : Math.max(-1, Math.min(1, sum));
    }

    /** Spearman's ρ: Pearson's r of the ranks, ties getting their mean rank. */
    public static double spearman(double[] x, double[] y) {
        int[] rows = IntStream.range(0, x.length)
                .filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row]))
                .toArray();
        return pearson(ranks(x, rows), ranks(y, rows));
    }

    /** 1 − |r_real − r_syn| / 2. */
    public static double similarity(double real, double synthetic) {
        return 1 - Math.abs(real - synthetic) / 2;
    }

    private static double[] ranks(double[] values, int[] rows) {
        Integer[] order = IntStream.range(0, rows.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[rows[i]]));
        double[] ranks = new double[rows.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && values[rows[order[to]]] == values[rows[order[from]]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
