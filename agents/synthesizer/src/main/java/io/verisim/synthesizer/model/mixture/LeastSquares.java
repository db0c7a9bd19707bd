package io.verisim.synthesizer.model.mixture;

/** Least squares by normal equations and Cholesky's factorisation, for columns of mean 0 and spread 1. */
final class LeastSquares {

    private LeastSquares() {}

    /**
     * Weights w that make |y − Σ w_t x_t|² + ridge·n·|w|² smallest; y need not be centred since the x are.
     *
     * @param x by term, then by row
     */
    static double[] solve(double[][] x, double[] y, double ridge) {
        int terms = x.length;
        int n = y.length;
        double[][] a = new double[terms][terms];
        double[] b = new double[terms];
        for (int s = 0; s < terms; s++) {
            for (int t = 0; t <= s; t++) {
                a[s][t] = dot(x[s], x[t]);
            }
            a[s][s] += ridge * n + 1e-9;
            b[s] = dot(x[s], y);
        }
        factorise(a);
        substitute(a, b);
        return b;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    private static void factorise(double[][] a) {
        for (int s = 0; s < a.length; s++) {
            for (int t = 0; t <= s; t++) {
                double sum = a[s][t];
                for (int k = 0; k < t; k++) {
                    sum -= a[s][k] * a[t][k];
                }
                a[s][t] = s == t ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[t][t];
            }
        }
    }

    private static void substitute(double[][] a, double[] b) {
        for (int s = 0; s < b.length; s++) {
            for (int k = 0; k < s; k++) {
                b[s] -= a[s][k] * b[k];
            }
            b[s] /= a[s][s];
        }
        for (int s = b.length - 1; s >= 0; s--) {
            for (int k = s + 1; k < b.length; k++) {
                b[s] -= a[k][s] * b[k];
            }
            b[s] /= a[s][s];
        }
    }
}
