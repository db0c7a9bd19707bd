package io.verisim.synthesizer.detector;

/**
 * Gradient and hessian of the logistic loss of every row, as two whole numbers in one {@code long}: the gradient in the
 * upper, the hessian in the lower half. Sums of such values are exact and do not depend on the order of addition, and a
 * histogram needs one addition a row. The scale uses up 31 bits for the sum over all rows.
 */
final class Gradients {

    private final double scale;
    private final long[] packed;

    Gradients(int rows, int trainingRows) {
        scale = Math.floor(Integer.MAX_VALUE / (double) Math.max(1, trainingRows));
        packed = new long[rows];
    }

    /** Sets the row's value: g = p − y, h = p (1 − p) for p = 1 / (1 + exp(−score)). */
    void set(int row, double score, boolean positive) {
        double p = 1 / (1 + StrictMath.exp(-score));
        long g = Math.round((positive ? p - 1 : p) * scale);
        long h = Math.max(1, Math.round(p * (1 - p) * scale * 4));
        packed[row] = (g << 32) + h;
    }

    long packed(int row) {
        return packed[row];
    }

    /** The sum of gradients in a sum of packed values. */
    double gradient(long sum) {
        return (sum >> 32) / scale;
    }

    /** The sum of hessians in a sum of packed values. */
    double hessian(long sum) {
        return (sum & 0xffff_ffffL) / (scale * 4);
    }
}
