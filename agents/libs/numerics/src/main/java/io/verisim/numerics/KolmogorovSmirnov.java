package io.verisim.numerics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Kolmogorov-Smirnov tests. The limiting law is A. N. Kolmogorov's (1933); its two series converge where the other does
 * not: G. Marsaglia, W. W. Tsang and J. Wang, doi:10.18637/jss.v008.i18.
 */
public final class KolmogorovSmirnov {

    /** Up to this product of sample sizes the p-value of two samples is exact. */
    private static final long EXACT = 10_000;

    private KolmogorovSmirnov() {}

    /**
     * The result of a test.
     *
     * @param statistic largest distance of the distribution functions, 0 to 1
     * @param pValue probability of a distance at least as large if the samples agree
     */
    public record Result(double statistic, double pValue) {}

    /**
     * Compares two samples. Both are copied and sorted; NaN is missing.
     *
     * @throws IllegalArgumentException where a sample has no value
     */
    public static Result twoSamples(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        double distance = distance(a, b);
        return new Result(distance, pValue(distance, a.length, b.length));
    }

    /** Compares a sample with a law. NaN is missing. The p-value is the limiting one with M. A. Stephens' correction. */
    public static Result oneSample(double[] sample, DoubleUnaryOperator cdf) {
        double[] sorted = sorted(sample);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double p = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - (double) i / n, (double) (i + 1) / n - p));
        }
        double root = Math.sqrt(n);
        return new Result(distance, limitSurvival((root + 0.12 + 0.11 / root) * distance));
    }

    /** Largest distance between the empirical distribution functions of two sorted samples. */
    public static double distance(double[] sortedFirst, double[] sortedSecond) {
        int i = 0;
        int j = 0;
        double largest = 0;
        while (i < sortedFirst.length && j < sortedSecond.length) {
            double x = Math.min(sortedFirst[i], sortedSecond[j]);
            while (i < sortedFirst.length && sortedFirst[i] <= x) {
                i++;
            }
            while (j < sortedSecond.length && sortedSecond[j] <= x) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / sortedFirst.length - (double) j / sortedSecond.length));
        }
        return largest;
    }

    /** Probability of a distance of two samples of these sizes at least as large: exact for small ones, else limiting. */
    public static double pValue(double distance, int n, int m) {
        if (distance <= 0) {
            return 1;
        }
        if ((long) n * m <= EXACT && n > 1 && m > 1) {
            return new KolmogorovSmirnovTest().exactP(distance, n, m, false);
        }
        return limitSurvival(distance * Math.sqrt((double) n / (n + (double) m) * m));
    }

    /** Probability that the limit of the scaled distance exceeds {@code x}. */
    public static double limitSurvival(double x) {
        if (Double.isNaN(x) || x <= 0) {
            return Double.isNaN(x) ? Double.NaN : 1;
        }
        if (x < 1) {
            double sum = 0;
            for (int k = 1; k <= 9; k += 2) {
                sum += StrictMath.exp(-k * k * Math.PI * Math.PI / (8 * x * x));
            }
            return 1 - Math.sqrt(2 * Math.PI) / x * sum;
        }
        double sum = 0;
        for (int k = 1; k <= 6; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * x * x);
        }
        return sum;
    }

    private static double[] sorted(double[] sample) {
        double[] present = Arrays.stream(sample).filter(x -> !Double.isNaN(x)).toArray();
        if (present.length == 0) {
            throw new IllegalArgumentException("A sample needs a value");
        }
        Arrays.sort(present);
        return present;
    }
}
