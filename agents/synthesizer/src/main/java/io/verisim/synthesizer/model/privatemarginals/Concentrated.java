package io.verisim.synthesizer.model.privatemarginals;

/**
 * From zero-concentrated to (ε, δ) privacy and back. A mechanism of privacy loss ρ is (ε, δ)-private with
 *
 * <pre>δ = min over α &gt; 1 of exp((α − 1)(αρ − ε) + α·log(1 − 1/α)) / (α − 1),</pre>
 *
 * by proposition 12 and corollary 13 of C. Canonne, G. Kamath, T. Steinke, "The Discrete Gaussian for Differential
 * Privacy", doi:10.29012/jpc.784, which is tighter than M. Bun, T. Steinke, doi:10.1007/978-3-662-53641-4_24.
 */
final class Concentrated {

    private static final int STEPS = 60;
    private static final double NEAR_ONE = 1 + 1e-9;

    private Concentrated() {}

    /** The least δ for which a loss of ρ is (ε, δ)-private; at most 1. */
    static double delta(double rho, double epsilon) {
        if (rho <= 0) {
            return 0;
        }
        double low = NEAR_ONE;
        double high = (epsilon + 1) / (2 * rho) + 2;
        for (int step = 0; step < STEPS; step++) {
            double alpha = (low + high) / 2;
            // the derivative of the logarithm of the formula, which grows with α
            if ((2 * alpha - 1) * rho - epsilon + StrictMath.log1p(-1 / alpha) < 0) {
                low = alpha;
            } else {
                high = alpha;
            }
        }
        // any α gives a true bound, so that the search need not be exact
        double alpha = (low + high) / 2;
        double log = (alpha - 1) * (alpha * rho - epsilon) + alpha * StrictMath.log1p(-1 / alpha);
        return Math.min(1, StrictMath.exp(log) / (alpha - 1));
    }

    /** The largest ρ, up to rounding downwards, that is (ε, δ)-private. */
    static double rho(double epsilon, double delta) {
        double low = 0;
        double high = epsilon + 1;
        while (delta(high, epsilon) <= delta) {
            high *= 2;
        }
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (delta(middle, epsilon) <= delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
