package io.verisim.synthesizer.quality.shape;

import java.util.Arrays;

/**
 * The two-sample Kolmogorov–Smirnov statistic D = sup |F(x) − G(x)| of right-continuous empirical distribution functions
 * (F. Massey, doi:10.1080/01621459.1951.10500769), on values rounded half-even to 14 decimals. Values are finite or
 * infinite, never NaN; an empty sample gives NaN.
 */
public final class KolmogorovSmirnov {

    private static final double DECIMALS = 1e14;
    private static final double EXACT_INTEGERS = 0x1p53;

    private KolmogorovSmirnov() {}

    /** KSComplement: 1 − D. */
    public static double complement(double[] real, double[] synthetic) {
        return 1 - statistic(real, synthetic);
    }

    /** D, from 0 (alike) to 1. */
    public static double statistic(double[] real, double[] synthetic) {
        if (real.length == 0 || synthetic.length == 0) {
            return Double.NaN;
        }
        double[] a = roundedAndSorted(real);
        double[] b = roundedAndSorted(synthetic);
        return io.verisim.numerics.KolmogorovSmirnov.distance(a, b);
    }

    /** The probability of a D at least as large between two samples of one law; exact for small samples. */
    public static double pValue(double statistic, int realSize, int syntheticSize) {
        return realSize == 0 || syntheticSize == 0
                ? Double.NaN
                : Math.clamp(
                        io.verisim.numerics.KolmogorovSmirnov.pValue(statistic, realSize, syntheticSize), 0.0, 1.0);
    }

    private static double[] roundedAndSorted(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double scaled = values[i] * DECIMALS;
            // beyond 2^53 a double has no digits after the fourteenth decimal that could be rounded away
            rounded[i] = (Math.abs(scaled) < EXACT_INTEGERS ? Math.rint(scaled) / DECIMALS : values[i]) + 0.0;
        }
        Arrays.sort(rounded);
        return rounded;
    }
}
