package io.verisim.synthesizer.quality.chart;

import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;

/**
 * The points of a Q-Q plot: both sides in ascending order, cut into equally many groups of at least
 * {@value Histogram#FEW} values; a point is the mean of each side's group, and so nobody's value. At most
 * {@value #MOST} points; none where a side has too few values.
 *
 * @param real in the unit of the values; milliseconds since 1970 for datetimes
 * @param synthetic as {@code real}
 */
public record Quantiles(double[] real, double[] synthetic) {

    static final int MOST = 100;

    /** Fewer points than that are none. */
    private static final int LEAST = 4;

    private static final double NANOS_A_MILLI = 1e6;

    static Quantiles of(NumberColumn column) {
        double[] real = sorted(column.present(Side.REAL));
        double[] synthetic = sorted(column.present(Side.SYNTHETIC));
        int groups = Math.min(MOST, Math.min(real.length, synthetic.length) / Histogram.FEW);
        if (groups < LEAST) {
            return new Quantiles(new double[0], new double[0]);
        }
        double unit = column.spec().kind() == ColumnKind.DATETIME ? NANOS_A_MILLI : 1;
        return new Quantiles(means(real, groups, unit), means(synthetic, groups, unit));
    }

    private static double[] sorted(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        Arrays.sort(finite);
        return finite;
    }

    private static double[] means(double[] sorted, int groups, double unit) {
        double[] means = new double[groups];
        for (int g = 0; g < groups; g++) {
            int from = (int) ((long) g * sorted.length / groups);
            int to = (int) ((long) (g + 1) * sorted.length / groups);
            for (int i = from; i < to; i++) {
                means[g] += sorted[i] / unit / (to - from);
            }
        }
        return means;
    }
}
