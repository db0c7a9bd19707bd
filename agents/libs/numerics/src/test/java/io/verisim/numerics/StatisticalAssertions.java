package io.verisim.numerics;

import java.util.function.DoubleUnaryOperator;

/**
 * Holds samples to laws. With the fixed seeds of a test the outcome never varies; the significance of 1e-5 only says how
 * far a right sampler may be unlucky when the seed is chosen, and a wrong one fails by many orders of magnitude.
 */
public final class StatisticalAssertions {

    public static final double SIGNIFICANCE = 1e-5;

    private StatisticalAssertions() {}

    /** Counts of classes follow probabilities. Each class should expect five or more. */
    public static void assertFollows(long[] counts, double[] probabilities) {
        ChiSquared.Result result = ChiSquared.goodnessOfFit(counts, probabilities);
        check(result.pValue(), result);
    }

    /** A continuous sample follows a distribution function. */
    public static void assertFollows(double[] sample, DoubleUnaryOperator cdf) {
        KolmogorovSmirnov.Result result = KolmogorovSmirnov.oneSample(sample, cdf);
        check(result.pValue(), result);
    }

    /** Two continuous samples follow one law. */
    public static void assertSameLaw(double[] first, double[] second) {
        KolmogorovSmirnov.Result result = KolmogorovSmirnov.twoSamples(first, second);
        check(result.pValue(), result);
    }

    /** Two samples of counts over the same classes follow one law. */
    public static void assertSameLaw(long[] first, long[] second) {
        ChiSquared.Result result = ChiSquared.twoSamples(first, second);
        check(result.pValue(), result);
    }

    private static void check(double pValue, Object result) {
        if (!(pValue >= SIGNIFICANCE)) {
            throw new AssertionError("The sample does not follow the law: " + result);
        }
    }
}
