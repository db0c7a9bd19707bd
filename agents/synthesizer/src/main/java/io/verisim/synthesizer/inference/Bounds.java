package io.verisim.synthesizer.inference;

/** Upper confidence limits of a share, after C. J. Clopper and E. S. Pearson, doi:10.1093/biomet/26.4.404. */
final class Bounds {

    private static final double LEVEL = 0.05;
    private static final int STEPS = 60;

    private Bounds() {}

    /** The largest share with which so few exceptions, or fewer, are seen with a probability of at least 5 %. */
    static double upper(long rows, long exceptions) {
        if (rows == 0) {
            return 1;
        }
        if (exceptions == 0) {
            return -StrictMath.expm1(StrictMath.log(LEVEL) / rows);
        }
        double low = exceptions / (double) rows;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (atMost(rows, exceptions, middle) > LEVEL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double atMost(long rows, long exceptions, double share) {
        double logarithm = rows * StrictMath.log1p(-share);
        double sum = StrictMath.exp(logarithm);
        for (long k = 1; k <= exceptions; k++) {
            logarithm += StrictMath.log((rows - k + 1.0) / k) + StrictMath.log(share) - StrictMath.log1p(-share);
            sum += StrictMath.exp(logarithm);
        }
        return sum;
    }
}
