package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.model.error.VerisimException;

/**
 * The discrete Gaussian mechanism for a histogram in which a row is in one cell at most: one row more changes one count by
 * one, the sensitivity in Euclidean distance is 1, and the privacy loss of all counts together ρ = 1/(2σ²) (theorem 4 of
 * doi:10.29012/jpc.784). Handed out by the {@link Accountant}, so that none is used without being paid for.
 */
final class Gaussian {

    /** Below this variance it is held in parts of {@value #PARTS}, beyond in whole numbers. */
    private static final long FINE = 64;

    private static final long PARTS = 1_024;

    /** Up to this variance the draws stay within 64 bits. */
    private static final double MOST = 2e8;

    private final ExactNoise noise;
    private final long numerator;
    private final long denominator;

    /** A mechanism of at most this loss; the variance is rounded upwards. */
    Gaussian(ExactNoise noise, double rho) {
        this.noise = noise;
        double variance = 1 / (2 * rho);
        if (!(variance <= MOST)) {
            throw VerisimException.configuration(
                    "PRIVACY_BUDGET",
                    "The privacy budget, spread over all columns, leaves counts with noise of more than 14,000 rows.",
                    "Raise 'epsilon', or drop columns.");
        }
        denominator = variance < FINE ? PARTS : 1;
        numerator = (long) Math.ceil(variance * denominator);
    }

    private Gaussian(ExactNoise noise, long numerator, long denominator) {
        this.noise = noise;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** With this share of the noise, at the same price: to see that a test finds it out. */
    Gaussian scaled(double share) {
        long fine = denominator == 1 ? 4 : 1;
        return new Gaussian(noise, Math.max(1, (long) (numerator * fine * share * share)), denominator * fine);
    }

    double rho() {
        return denominator / (2.0 * numerator);
    }

    /** Standard deviation of the noise, in rows. */
    double sigma() {
        return Math.sqrt((double) numerator / denominator);
    }

    long noisy(long count) {
        return count + noise.gaussian(numerator, denominator);
    }

    long[] noisy(long[] counts) {
        long[] noisy = new long[counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            noisy[cell] = noisy(counts[cell]);
        }
        return noisy;
    }

    /** The least t that the noise reaches with a chance of at most δ. */
    long reachedWith(double delta) {
        double variance = (double) numerator / denominator;
        long end = (long) (40 * Math.sqrt(variance)) + 40;
        double total = 1;
        for (long x = end; x > 0; x--) {
            total += 2 * StrictMath.exp(-0.5 * x * x / variance);
        }
        double tail = 0;
        long t = end;
        while (t > 1) {
            tail += StrictMath.exp(-0.5 * (t - 1.0) * (t - 1) / variance);
            if (tail > delta * total) {
                return t;
            }
            t--;
        }
        return t;
    }
}
