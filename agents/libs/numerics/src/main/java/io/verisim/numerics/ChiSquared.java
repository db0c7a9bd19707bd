package io.verisim.numerics;

import org.apache.commons.math3.special.Gamma;

/** The chi-squared distribution and tests by it (K. Pearson, doi:10.1080/14786440009463897). */
public final class ChiSquared {

    private ChiSquared() {}

    /**
     * The result of a test.
     *
     * @param statistic the sum of squared deviations over expectations
     * @param degreesOfFreedom 0 where there was nothing to compare
     * @param pValue probability of a statistic at least as large if the samples agree; 1 with no degree of freedom
     */
    public record Result(double statistic, int degreesOfFreedom, double pValue) {}

    /** Probability of a value above {@code x}; 1 for {@code x <= 0}. */
    public static double survival(double x, double degreesOfFreedom) {
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(0.5 * degreesOfFreedom, 0.5 * x);
    }

    /**
     * Tests counts against probabilities. Classes of probability 0 must be empty, else the p-value is 0.
     *
     * @param probabilities as many as there are counts, summing to 1
     */
    public static Result goodnessOfFit(long[] counts, double[] probabilities) {
        if (counts.length != probabilities.length) {
            throw new IllegalArgumentException(counts.length + " counts, " + probabilities.length + " probabilities");
        }
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        double statistic = 0;
        int classes = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = total * probabilities[i];
            if (expected > 0) {
                statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
                classes++;
            } else if (counts[i] > 0) {
                statistic = Double.POSITIVE_INFINITY;
            }
        }
        return result(statistic, classes - 1);
    }

    /** Tests whether two samples of counts over the same classes come from one law; classes empty in both do not count. */
    public static Result twoSamples(long[] first, long[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " classes and " + second.length + " classes");
        }
        double n1 = 0;
        double n2 = 0;
        for (int i = 0; i < first.length; i++) {
            n1 += first[i];
            n2 += second[i];
        }
        if (n1 == 0 || n2 == 0) {
            return result(0, 0);
        }
        double statistic = 0;
        int classes = 0;
        for (int i = 0; i < first.length; i++) {
            double both = (double) first[i] + second[i];
            if (both > 0) {
                double difference = first[i] * Math.sqrt(n2 / n1) - second[i] * Math.sqrt(n1 / n2);
                statistic += difference * difference / both;
                classes++;
            }
        }
        return result(statistic, classes - 1);
    }

    private static Result result(double statistic, int degreesOfFreedom) {
        double p = degreesOfFreedom < 1
                ? (statistic == Double.POSITIVE_INFINITY ? 0 : 1)
                : statistic == Double.POSITIVE_INFINITY ? 0 : survival(statistic, degreesOfFreedom);
        return new Result(statistic, Math.max(0, degreesOfFreedom), p);
    }
}
