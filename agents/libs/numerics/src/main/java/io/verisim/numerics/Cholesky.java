package io.verisim.numerics;

import java.util.Optional;

/** The Cholesky factorisation of a symmetric matrix. */
public final class Cholesky {

    private Cholesky() {}

    /**
     * The lower triangle L with L·Lᵀ = {@code matrix}, rows of increasing length padded with zeros.
     *
     * @param matrix square; only its lower triangle is read
     * @return empty where the matrix is not positive definite
     */
    public static Optional<double[][]> factor(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(lower);
    }
}
