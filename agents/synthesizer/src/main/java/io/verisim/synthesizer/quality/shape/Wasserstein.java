package io.verisim.synthesizer.quality.shape;

import io.verisim.numerics.Quantiles;
import java.util.Arrays;

/**
 * The Wasserstein-1 distance between two samples on a line: ∫ |F(x) − G(x)| dx, in the unit of the values (S. Vallender,
 * doi:10.1137/1118101). NaN where a sample is empty or holds an infinity.
 */
public final class Wasserstein {

    private Wasserstein() {}

    /** The distance in the unit of the values. */
    public static double distance(double[] real, double[] synthetic) {
        if (real.length == 0 || synthetic.length == 0 || !finite(real) || !finite(synthetic)) {
            return Double.NaN;
        }
        double[] a = sorted(real);
        double[] b = sorted(synthetic);
        double total = 0;
        int i = 0;
        int j = 0;
        double previous = Math.min(a[0], b[0]);
        while (i < a.length || j < b.length) {
            double x = Math.min(i < a.length ? a[i] : Double.MAX_VALUE, j < b.length ? b[j] : Double.MAX_VALUE);
            total += Math.abs((double) i / a.length - (double) j / b.length) * (x - previous);
            previous = x;
            while (i < a.length && a[i] <= x) {
                i++;
            }
            while (j < b.length && b[j] <= x) {
                j++;
            }
        }
        return total;
    }

    /** The distance divided by the interquartile range of the real values; NaN where that is 0. */
    public static double perInterquartileRange(double[] real, double[] synthetic) {
        double distance = distance(real, synthetic);
        if (Double.isNaN(distance)) {
            return Double.NaN;
        }
        double[] sorted = sorted(real);
        double range = Quantiles.ofSorted(sorted, 0.75) - Quantiles.ofSorted(sorted, 0.25);
        return range > 0 ? distance / range : Double.NaN;
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
