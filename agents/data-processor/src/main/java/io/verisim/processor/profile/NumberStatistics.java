package io.verisim.processor.profile;

import io.verisim.numerics.Quantiles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;

/** The statistics of one numeric column: moments by Tablesaw, quantiles from the sorted values. */
final class NumberStatistics {

    private static final double[] PROBABILITIES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    private static final double FENCE = 1.5;

    private NumberStatistics() {}

    static NumberProfile of(DoubleColumn column) {
        DoubleColumn present = column.removeMissing();
        double[] sorted = present.asDoubleArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        double first = Quantiles.ofSorted(sorted, 0.25);
        double third = Quantiles.ofSorted(sorted, 0.75);
        double low = first - FENCE * (third - first);
        double high = third + FENCE * (third - first);
        Double deviation = n < 2 ? null : defined(present.standardDeviation());
        Double mean = n == 0 ? null : defined(present.mean());
        return new NumberProfile(
                n == 0 ? null : sorted[0],
                n == 0 ? null : sorted[n - 1],
                mean,
                defined(Quantiles.ofSorted(sorted, 0.5)),
                deviation,
                n < 2 ? null : defined(present.variance()),
                n < 3 ? null : defined(present.skewness()),
                n < 4 ? null : defined(present.kurtosis()),
                defined(third - first),
                deviation == null || mean == null || mean == 0 ? null : Double.valueOf(deviation / Math.abs(mean)),
                Arrays.stream(sorted).filter(v -> v < low || v > high).count(),
                Arrays.stream(sorted).filter(v -> v == 0).count(),
                quantiles(sorted));
    }

    private static Map<String, Double> quantiles(double[] sorted) {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        if (sorted.length > 0) {
            for (double p : PROBABILITIES) {
                quantiles.put(Double.toString(p), Quantiles.ofSorted(sorted, p));
            }
        }
        return quantiles;
    }

    private static @Nullable Double defined(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
