package io.verisim.synthesizer.model.privatemarginals;

import java.util.random.RandomGenerator;

/**
 * Draws by whole numbers alone, with exactly the chances that are meant: noise in floating point has gaps and patterns by
 * which a value can be told from its neighbour (I. Mironov, doi:10.1145/2382196.2382264). After algorithms 1 to 3 of C.
 * Canonne, G. Kamath, T. Steinke, doi:10.29012/jpc.784.
 */
final class ExactNoise {

    private final RandomGenerator random;

    ExactNoise(RandomGenerator random) {
        this.random = random;
    }

    /** True with the chance exp(−p/q); p ≥ 0, q &gt; 0. */
    boolean decays(long p, long q) {
        for (long whole = p / q; whole > 0; whole--) {
            if (!decaysWithinOne(1, 1)) {
                return false;
            }
        }
        return decaysWithinOne(p % q, q);
    }

    /** The same for p ≤ q: the number of draws until one of chance p/(qk) fails is odd with that chance. */
    private boolean decaysWithinOne(long p, long q) {
        long k = 1;
        while (random.nextLong(Math.multiplyExact(q, k)) < p) {
            k++;
        }
        return (k & 1) == 1;
    }

    /** A whole number x with a chance proportional to exp(−|x|/t). */
    private long laplace(long t) {
        while (true) {
            long part = random.nextLong(t);
            if (!decays(part, t)) {
                continue;
            }
            long whole = 0;
            while (decaysWithinOne(1, 1)) {
                whole++;
            }
            long value = part + t * whole;
            boolean negative = random.nextBoolean();
            if (!negative || value != 0) {
                return negative ? -value : value;
            }
        }
    }

    /** A whole number x with a chance proportional to exp(−x²/(2σ²)), σ² = numerator/denominator. */
    long gaussian(long numerator, long denominator) {
        long t = (long) Math.sqrt((double) numerator / denominator) + 1;
        long q = Math.multiplyExact(Math.multiplyExact(2 * numerator, denominator), t * t);
        while (true) {
            long value = laplace(t);
            long distance = Math.multiplyExact(Math.multiplyExact(Math.abs(value), t), denominator) - numerator;
            if (decays(Math.multiplyExact(distance, distance), q)) {
                return value;
            }
        }
    }

    /** One of these with a chance proportional to exp(score·p/q); q &gt; 0, scores no further apart than 2^40. */
    int choose(long[] scores, long p, long q) {
        long best = Long.MIN_VALUE;
        for (long score : scores) {
            best = Math.max(best, score);
        }
        while (true) {
            int candidate = random.nextInt(scores.length);
            if (decays(Math.multiplyExact(best - scores[candidate], p), q)) {
                return candidate;
            }
        }
    }
}
