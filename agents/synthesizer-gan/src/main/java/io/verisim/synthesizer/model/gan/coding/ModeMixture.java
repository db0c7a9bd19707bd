package io.verisim.synthesizer.model.gan.coding;

import java.util.Arrays;

/**
 * Variational Bayesian mixture of normal distributions on a line, its weights by a Dirichlet process in the
 * stick-breaking form (C. M. Bishop, "Pattern Recognition and Machine Learning", §10.2; D. M. Blei and M. I. Jordan,
 * doi:10.1214/06-BA104). Components that the data do not need lose their weight. Works on weighted points.
 */
final class ModeMixture {

    private static final double CONCENTRATION = 0.001;
    private static final double FLOOR = 1e-6;
    private static final double TOLERANCE = 1e-6;
    private static final int ROUNDS = 100;

    private final double[] points;
    private final double[] weights;
    private final double total;
    private final double centre;
    private final double spread;
    private final int size;

    private final double[] count;
    private final double[] mean;
    private final double[] variance;
    private final double[][] share;

    /**
     * A mixture that is not fitted yet.
     *
     * @param points ascending, of mean 0 and variance 1 or all the same
     * @param weights how often each occurs
     * @param size most components
     */
    ModeMixture(double[] points, double[] weights, int size) {
        this.points = points;
        this.weights = weights;
        this.size = Math.min(size, points.length);
        total = Arrays.stream(weights).sum();
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] * points[i];
        }
        centre = sum / total;
        double square = 0;
        for (int i = 0; i < points.length; i++) {
            square += weights[i] * (points[i] - centre) * (points[i] - centre);
        }
        spread = Math.max(FLOOR, square / total);
        count = new double[this.size];
        mean = new double[this.size];
        variance = new double[this.size];
        share = new double[points.length][this.size];
        begin();
    }

    /** Each point belongs to the nearest of as many quantiles, improved by a few rounds of k-means. */
    private void begin() {
        double[] centres = new double[size];
        for (int k = 0; k < size; k++) {
            centres[k] = points[(int) ((k + 0.5) * points.length / size)];
        }
        int[] nearest = new int[points.length];
        for (int round = 0; round < 20; round++) {
            double[] sum = new double[size];
            double[] weight = new double[size];
            for (int i = 0; i < points.length; i++) {
                int best = 0;
                for (int k = 1; k < size; k++) {
                    best = Math.abs(points[i] - centres[k]) < Math.abs(points[i] - centres[best]) ? k : best;
                }
                nearest[i] = best;
                sum[best] += weights[i] * points[i];
                weight[best] += weights[i];
            }
            for (int k = 0; k < size; k++) {
                centres[k] = weight[k] > 0 ? sum[k] / weight[k] : centres[k];
            }
        }
        for (int i = 0; i < points.length; i++) {
            share[i][nearest[i]] = 1;
        }
        maximise();
    }

    /** Alternates until the shares of the components stand still. */
    ModeMixture fit() {
        for (int round = 0; round < ROUNDS; round++) {
            double[] before = count.clone();
            expect();
            maximise();
            double change = 0;
            for (int k = 0; k < size; k++) {
                change = Math.max(change, Math.abs(count[k] - before[k]) / total);
            }
            if (change < TOLERANCE) {
                break;
            }
        }
        return this;
    }

    private void maximise() {
        Arrays.fill(count, 0);
        double[] sum = new double[size];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < size; k++) {
                count[k] += weights[i] * share[i][k];
                sum[k] += weights[i] * share[i][k] * points[i];
            }
        }
        double[] square = new double[size];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < size; k++) {
                double d = points[i] - (count[k] > 0 ? sum[k] / count[k] : centre);
                square[k] += weights[i] * share[i][k] * d * d;
            }
        }
        // priors: one observation at the centre of all points, with their variance
        for (int k = 0; k < size; k++) {
            double average = count[k] > 0 ? sum[k] / count[k] : centre;
            double away = average - centre;
            mean[k] = (centre + sum[k]) / (1 + count[k]);
            variance[k] =
                    (spread + square[k] + FLOOR * count[k] + count[k] / (1 + count[k]) * away * away) / (1 + count[k]);
        }
    }

    private void expect() {
        double[] constant = constants();
        double[] logs = new double[size];
        for (int i = 0; i < points.length; i++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < size; k++) {
                double d = points[i] - mean[k];
                logs[k] = constant[k] - 0.5 * d * d / variance[k];
                highest = Math.max(highest, logs[k]);
            }
            double sum = 0;
            for (int k = 0; k < size; k++) {
                share[i][k] = logs[k] < highest - 40 ? 0 : StrictMath.exp(logs[k] - highest);
                sum += share[i][k];
            }
            for (int k = 0; k < size; k++) {
                share[i][k] /= sum;
            }
        }
    }

    /** Expected logarithms of weight and precision, less what the uncertainty of the mean costs. */
    private double[] constants() {
        double[] constant = new double[size];
        double rest = total;
        double stick = 0;
        for (int k = 0; k < size; k++) {
            rest = Math.max(0, rest - count[k]);
            double a = 1 + count[k];
            double b = CONCENTRATION + rest;
            double both = digamma(a + b);
            double freedom = 1 + count[k];
            double logPrecision = digamma(freedom / 2) + StrictMath.log(2 / (freedom * variance[k]));
            constant[k] = digamma(a) - both + stick + 0.5 * (logPrecision - 1 / (1 + count[k]));
            stick += digamma(b) - both;
        }
        return constant;
    }

    /** The derivative of log Γ for x &gt; 0, by recurrence and asymptotic series; error below 1e-10. */
    static double digamma(double x) {
        double value = 0;
        double at = x;
        for (; at < 8; at++) {
            value -= 1 / at;
        }
        double f = 1 / (at * at);
        double series = f * (1.0 / 12 - f * (1.0 / 120 - f * (1.0 / 252 - f * (1.0 / 240 - f / 132))));
        return value + StrictMath.log(at) - 0.5 / at - series;
    }

    int size() {
        return size;
    }

    /** Share of the points that belong to a component. */
    double weight(int component) {
        return count[component] / total;
    }

    double mean(int component) {
        return mean[component];
    }

    double deviation(int component) {
        return StrictMath.sqrt(variance[component]);
    }
}
