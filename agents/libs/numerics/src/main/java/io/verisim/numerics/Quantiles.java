package io.verisim.numerics;

/**
 * Empirical quantiles of type 7 in R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages",
 * doi:10.1080/00031305.1996.10473566: linear between the order statistics, the default of R and NumPy.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The quantile of a sorted sample.
     *
     * @param sorted in ascending order, without NaN
     * @param p from 0, the smallest, to 1, the largest value
     * @return NaN for an empty sample
     */
    public static double ofSorted(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1, not at " + p);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        double share = place - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
