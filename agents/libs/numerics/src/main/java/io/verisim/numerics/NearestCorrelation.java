package io.verisim.numerics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The correlation matrix nearest to a symmetric one in the Frobenius norm, with eigenvalues of at least a floor so that
 * it can be factored: alternating projections with Dykstra's correction, N. J. Higham, "Computing the nearest
 * correlation matrix", doi:10.1093/imanum/22.3.329.
 */
public final class NearestCorrelation {

    private static final double FLOOR = 1e-8;
    private static final double TOLERANCE = 1e-10;
    private static final int ITERATIONS = 500;

    private NearestCorrelation() {}

    /**
     * The nearest correlation matrix; the matrix itself, with a unit diagonal, where it is positive definite already.
     *
     * @param matrix square, symmetric, finite; not changed
     */
    public static double[][] of(double[][] matrix) {
        double[][] start = copy(matrix);
        unitDiagonal(start);
        if (Cholesky.factor(start).isPresent()) {
            return start;
        }
        int n = matrix.length;
        double[][] y = start;
        double[][] correction = new double[n][n];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] r = minus(y, correction);
            double[][] x = positive(r, FLOOR);
            correction = minus(x, r);
            double[][] next = copy(x);
            unitDiagonal(next);
            double change = largest(minus(next, y));
            y = next;
            if (change < TOLERANCE) {
                break;
            }
        }
        return factorable(y);
    }

    /** Rounding may leave an eigenvalue just below zero: raise the floor until the factorisation succeeds. */
    private static double[][] factorable(double[][] matrix) {
        double[][] result = matrix;
        for (double floor = FLOOR; Cholesky.factor(result).isEmpty(); floor *= 10) {
            result = positive(result, floor);
            rescale(result);
        }
        return result;
    }

    private static double[][] positive(double[][] matrix, double floor) {
        int n = matrix.length;
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
        double[] values = eigen.getRealEigenvalues();
        double[][] vectors = eigen.getV().getData();
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += Math.max(floor, values[k]) * vectors[i][k] * vectors[j][k];
                }
                result[i][j] = sum;
                result[j][i] = sum;
            }
        }
        return result;
    }

    private static void unitDiagonal(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
    }

    private static void rescale(double[][] matrix) {
        int n = matrix.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(matrix[i][i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = i == j ? 1 : matrix[i][j] * scale[i] * scale[j];
            }
        }
    }

    private static double[][] minus(double[][] a, double[][] b) {
        double[][] result = copy(a);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                result[i][j] -= b[i][j];
            }
        }
        return result;
    }

    private static double largest(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
