package io.verisim.numerics;

/** The product-moment correlation. */
public final class Correlation {

    private Correlation() {}

    /**
     * Pearson's r of the rows in which both values are there, within [-1, 1]. Two passes: means first.
     *
     * @return NaN with fewer than two such rows, where a side does not vary, or where a value is infinite
     */
    public static double pearson(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values and " + y.length + " values");
        }
        long n = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n++;
                sumX += x[i];
                sumY += y[i];
            }
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        double r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
        return n < 2 || xx == 0 || yy == 0 ? Double.NaN : Math.max(-1, Math.min(1, r));
    }
}
