package io.verisim.synthesizer.quality.shape;

/**
 * TVComplement: 1 − ½ Σ |p_real(c) − p_syn(c)| over the union of categories, missing values left out. A category that
 * occurs only in the synthetic data counts 1e-6 in the real data and in their total. NaN where a side has no value.
 */
public final class TotalVariation {

    private static final double UNSEEN = 1e-6;

    private TotalVariation() {}

    /** From occurrences by category, both arrays indexed by the same codes. */
    public static double complement(int[] realCounts, int[] syntheticCounts) {
        double realTotal = 0;
        double syntheticTotal = 0;
        boolean anyReal = false;
        for (int c = 0; c < realCounts.length; c++) {
            anyReal |= realCounts[c] > 0;
            realTotal += real(realCounts, syntheticCounts, c);
            syntheticTotal += syntheticCounts[c];
        }
        if (!anyReal || syntheticTotal == 0) {
            return Double.NaN;
        }
        double difference = 0;
        for (int c = 0; c < realCounts.length; c++) {
            difference +=
                    Math.abs(syntheticCounts[c] / syntheticTotal - real(realCounts, syntheticCounts, c) / realTotal);
        }
        return 1 - difference / 2;
    }

    private static double real(int[] realCounts, int[] syntheticCounts, int category) {
        return realCounts[category] == 0 && syntheticCounts[category] > 0 ? UNSEEN : realCounts[category];
    }
}
