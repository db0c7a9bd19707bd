package io.verisim.numerics;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.GeometricDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.distribution.RealDistribution;

/** A distribution of numbers by its quantiles. Immutable. */
public interface Distribution {

    /** The names and parameters there are, in the field's standard terms. */
    Map<String, List<String>> PARAMETERS = Map.of(
            "uniform", List.of("min", "max"),
            "normal", List.of("mean", "sd"),
            "lognormal", List.of("mu", "sigma"),
            "exponential", List.of("rate"),
            "gamma", List.of("shape", "scale"),
            "beta", List.of("alpha", "beta"),
            "poisson", List.of("lambda"),
            "binomial", List.of("n", "p"),
            "geometric", List.of("p"),
            "zipf", List.of("n", "s"));

    /**
     * The least value that a draw does not exceed with probability p; the ends of the support at 0 and 1, which may be
     * infinite.
     *
     * @param p from 0 to 1
     */
    double quantile(double p);

    /** Probability of a value up to {@code x}. */
    double cdf(double x);

    /** Whether only whole numbers occur. */
    boolean isDiscrete();

    /**
     * The distribution of a name. {@code geometric} counts the failures before the first success; {@code mu} and {@code
     * sigma} of {@code lognormal} are those of the logarithm; {@code rate} of {@code exponential} is 1/mean; {@code zipf}
     * has P(k) ∝ k^−s for k from 1 to n.
     *
     * @throws IllegalArgumentException where the name or a parameter is unknown, missing or out of range
     */
    static Distribution of(String name, Map<String, Double> given) {
        List<String> known = PARAMETERS.get(name);
        if (known == null) {
            throw new IllegalArgumentException(
                    "there is no distribution '" + name + "'; there are " + new TreeSet<>(PARAMETERS.keySet()));
        }
        double[] values = new double[known.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = given.get(known.get(i));
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException("'" + name + "' needs the parameters " + known);
            }
            values[i] = value;
        }
        for (String parameter : given.keySet()) {
            if (!known.contains(parameter)) {
                throw new IllegalArgumentException(
                        "'" + name + "' has no parameter '" + parameter + "', only " + known);
            }
        }
        return make(name, values[0], values.length > 1 ? values[1] : 0);
    }

    private static Distribution make(String name, double a, double b) {
        return switch (name) {
            case "uniform" -> new Uniform(a, b);
            case "normal" -> new Gauss(a, positive("sd", b), false);
            case "lognormal" -> new Gauss(a, positive("sigma", b), true);
            case "exponential" -> new Real(new ExponentialDistribution(null, 1 / positive("rate", a)));
            case "gamma" -> new Real(new GammaDistribution(null, positive("shape", a), positive("scale", b)));
            case "beta" -> new Real(new BetaDistribution(null, positive("alpha", a), positive("beta", b)));
            case "poisson" -> {
                PoissonDistribution poisson = new PoissonDistribution(within("lambda", positive("lambda", a), 1e6));
                yield DiscreteTable.of(0, poisson::probability);
            }
            case "binomial" -> {
                BinomialDistribution binomial =
                        new BinomialDistribution(null, (int) within("n", whole("n", a), 1e6), probability(b));
                yield DiscreteTable.of(0, binomial::probability);
            }
            case "geometric" -> {
                GeometricDistribution geometric =
                        new GeometricDistribution(null, 1 / within("1/p", 1 / probability(a), 1e4));
                yield DiscreteTable.of(0, geometric::probability);
            }
            default -> {
                int n = (int) within("n", whole("n", a), 1e6);
                double s = positive("s", b);
                yield DiscreteTable.ofWeights(1, n, k -> StrictMath.pow(k, -s));
            }
        };
    }

    private static double positive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("'" + name + "' is more than 0, not " + value);
        }
        return value;
    }

    private static double probability(double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("'p' is more than 0 and at most 1, not " + value);
        }
        return value;
    }

    private static double whole(String name, double value) {
        if (value < 1 || value != Math.rint(value)) {
            throw new IllegalArgumentException("'" + name + "' is a whole number from 1, not " + value);
        }
        return value;
    }

    private static double within(String name, double value, double most) {
        if (value > most) {
            throw new IllegalArgumentException("'" + name + "' is at most " + (long) most + ", not " + value);
        }
        return value;
    }

    /** Uniform between two ends. */
    record Uniform(double min, double max) implements Distribution {
        public Uniform {
            if (!(min <= max)) {
                throw new IllegalArgumentException("'min' is at most 'max', not " + min + " beside " + max);
            }
        }

        @Override
        public double quantile(double p) {
            return min + p * (max - min);
        }

        @Override
        public double cdf(double x) {
            return x < min ? 0 : x >= max ? 1 : (x - min) / (max - min);
        }

        @Override
        public boolean isDiscrete() {
            return false;
        }
    }

    /** Normal, or such that its logarithm is. */
    record Gauss(double mean, double sd, boolean logarithm) implements Distribution {
        @Override
        public double quantile(double p) {
            double value = mean + sd * Normal.quantile(p);
            return logarithm ? StrictMath.exp(value) : value;
        }

        @Override
        public double cdf(double x) {
            double value = !logarithm ? x : x <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(x);
            return value == Double.NEGATIVE_INFINITY ? 0 : Normal.cdf((value - mean) / sd);
        }

        @Override
        public boolean isDiscrete() {
            return false;
        }
    }

    /** Any other on a continuum. */
    record Real(RealDistribution law) implements Distribution {
        @Override
        public double quantile(double p) {
            return law.inverseCumulativeProbability(p);
        }

        @Override
        public double cdf(double x) {
            return law.cumulativeProbability(x);
        }

        @Override
        public boolean isDiscrete() {
            return false;
        }
    }
}
