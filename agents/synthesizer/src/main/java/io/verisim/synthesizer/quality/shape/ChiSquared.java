package io.verisim.synthesizer.quality.shape;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The chi-squared test of homogeneity of two samples over categories: Σ (o − e)² / e over the 2 × k table, k − 1 degrees
 * of freedom (K. Pearson, doi:10.1080/14786440009463897). Rare categories are pooled, the rarest first, until every
 * expected count is at least 5 (W. Cochran, doi:10.2307/3001616). Missing values are left out.
 *
 * @param statistic the sum; NaN where fewer than two pooled categories or an empty side remain
 * @param degreesOfFreedom pooled categories less one; 0 where undefined
 * @param pValue probability of a sum at least as large between samples of one law; NaN where undefined
 */
public record ChiSquared(double statistic, int degreesOfFreedom, double pValue) {

    private static final double LEAST_EXPECTED = 5;
    private static final ChiSquared UNDEFINED = new ChiSquared(Double.NaN, 0, Double.NaN);

    /** Tests occurrences by category, both arrays indexed by the same codes. */
    public static ChiSquared test(int[] realCounts, int[] syntheticCounts) {
        double real = Arrays.stream(realCounts).sum();
        double synthetic = Arrays.stream(syntheticCounts).sum();
        if (real == 0 || synthetic == 0) {
            return UNDEFINED;
        }
        long[][] cells =
                pooled(realCounts, syntheticCounts, LEAST_EXPECTED / (Math.min(real, synthetic) / (real + synthetic)));
        if (cells.length < 2) {
            return UNDEFINED;
        }
        long[] first = Arrays.stream(cells).mapToLong(cell -> cell[0]).toArray();
        long[] second = Arrays.stream(cells).mapToLong(cell -> cell[1]).toArray();
        var result = io.verisim.numerics.ChiSquared.twoSamples(first, second);
        return new ChiSquared(result.statistic(), result.degreesOfFreedom(), result.pValue());
    }

    /** Real and synthetic counts, categories with fewer than {@code least} values in both together being pooled. */
    private static long[][] pooled(int[] realCounts, int[] syntheticCounts, double least) {
        long[][] cells = new long[realCounts.length][];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = new long[] {realCounts[c], syntheticCounts[c]};
        }
        Arrays.sort(cells, Comparator.comparingLong(cell -> cell[0] + cell[1]));
        long[] pool = new long[2];
        int taken = 0;
        while (taken < cells.length
                && (cells[taken][0] + cells[taken][1] < least || pool[0] + pool[1] > 0 && pool[0] + pool[1] < least)) {
            pool[0] += cells[taken][0];
            pool[1] += cells[taken][1];
            taken++;
        }
        boolean hasPool = pool[0] + pool[1] > 0;
        long[][] result = new long[cells.length - taken + (hasPool ? 1 : 0)][];
        System.arraycopy(cells, taken, result, 0, cells.length - taken);
        if (hasPool) {
            result[result.length - 1] = pool;
        }
        return result;
    }
}
