package io.verisim.synthesizer.quality.shape;

import io.verisim.numerics.Quantiles;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Single figures of a column compared: missing values, range, categories, mean, median, standard deviation. */
public final class Statistics {

    private Statistics() {}

    /** MissingValueSimilarity: 1 − the difference of the shares of missing values; NaN for an empty table. */
    public static double missingValueSimilarity(AlignedColumn column) {
        double real = (double) column.missing(Side.REAL) / column.rows(Side.REAL);
        double synthetic = (double) column.missing(Side.SYNTHETIC) / column.rows(Side.SYNTHETIC);
        return 1 - Math.abs(real - synthetic);
    }

    /**
     * RangeCoverage: max(0, 1 − max((min_syn − min_real) / w, 0) − max((max_real − max_syn) / w, 0)) with w the width of
     * the real range; NaN for w = 0 or an empty side.
     */
    public static double rangeCoverage(double[] real, double[] synthetic) {
        if (real.length == 0 || synthetic.length == 0) {
            return Double.NaN;
        }
        double low = min(real);
        double high = max(real);
        double width = high - low;
        if (width == 0) {
            return Double.NaN;
        }
        double below = Math.max((min(synthetic) - low) / width, 0);
        double above = Math.max((high - max(synthetic)) / width, 0);
        return Math.max(0, 1 - below - above);
    }

    /** CategoryCoverage: share of the real categories that occur in the synthetic data; NaN where there is none. */
    public static double categoryCoverage(CategoryColumn column) {
        int[] real = column.counts(Side.REAL);
        int[] synthetic = column.counts(Side.SYNTHETIC);
        int all = 0;
        int covered = 0;
        for (int c = 0; c < real.length; c++) {
            if (real[c] > 0) {
                all++;
                covered += synthetic[c] > 0 ? 1 : 0;
            }
        }
        return all == 0 ? Double.NaN : (double) covered / all;
    }

    /** StatisticSimilarity: max(0, 1 − |f_real − f_syn| / (max_real − min_real)); NaN for a constant or empty side. */
    public static double similarity(double[] real, double[] synthetic, ToDoubleFunction<double[]> statistic) {
        if (real.length == 0 || synthetic.length == 0) {
            return Double.NaN;
        }
        double width = max(real) - min(real);
        double difference = Math.abs(statistic.applyAsDouble(real) - statistic.applyAsDouble(synthetic));
        return width == 0 ? Double.NaN : Math.max(0, 1 - difference / width);
    }

    public static double mean(double[] values) {
        return total(values, 0, false) / values.length;
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.ofSorted(sorted, 0.5);
    }

    /** Standard deviation with n − 1; NaN for fewer than two values. */
    public static double standardDeviation(double[] values) {
        return values.length < 2 ? Double.NaN : Math.sqrt(total(values, mean(values), true) / (values.length - 1));
    }

    /**
     * Sum of the values, or of the squares of their distances to {@code centre}, with the rounding errors added up beside
     * it (W. Kahan, doi:10.1145/363707.363723).
     */
    private static double total(double[] values, double centre, boolean squared) {
        double sum = 0;
        double lost = 0;
        double plain = 0;
        for (double value : values) {
            double distance = value - centre;
            double term = squared ? distance * distance : value;
            plain += term;
            double corrected = term - lost;
            double next = sum + corrected;
            lost = next - sum - corrected;
            sum = next;
        }
        return Double.isFinite(sum) ? sum : plain;
    }

    private static double min(double[] values) {
        double min = values[0];
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static double max(double[] values) {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
