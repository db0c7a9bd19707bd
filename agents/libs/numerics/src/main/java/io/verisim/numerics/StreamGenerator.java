package io.verisim.numerics;

import java.util.random.RandomGenerator;

/**
 * The generator L64X128Mix of G. L. Steele and S. Vigna, "LXM: better splittable pseudorandom number generators (and
 * almost as fast)", doi:10.1145/3485525, period 2^192 - 2^64. Written out, with the derived draws too, because the bytes
 * of synthetic data must not depend on what a Java platform makes of its default methods.
 */
final class StreamGenerator implements RandomGenerator {

    private static final long MULTIPLIER = 0xd1342543de82ef95L;
    private static final long MIX = 0xdaba0b6eb09322e3L;

    private final long increment;
    private long state;
    private long x0;
    private long x1;

    StreamGenerator(long increment, long state, long x0, long x1) {
        this.increment = increment | 1;
        this.state = state;
        // the xor-based half must not be all zero
        this.x0 = x0 == 0 && x1 == 0 ? MIX : x0;
        this.x1 = x1;
    }

    @Override
    public long nextLong() {
        long z = state + x0;
        z = (z ^ (z >>> 32)) * MIX;
        z = (z ^ (z >>> 32)) * MIX;
        z ^= z >>> 32;
        state = MULTIPLIER * state + increment;
        long q0 = x0;
        long q1 = x1 ^ q0;
        x0 = Long.rotateLeft(q0, 24) ^ q1 ^ (q1 << 16);
        x1 = Long.rotateLeft(q1, 37);
        return z;
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /** Uniform on the multiples of 2^-53 in [0, 1). */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1.0p-24f;
    }

    @Override
    public double nextDouble(double bound) {
        return nextDouble(0, bound);
    }

    @Override
    public double nextDouble(double origin, double bound) {
        if (!(origin < bound && bound - origin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("No double lies in [" + origin + ", " + bound + ")");
        }
        double value = origin + nextDouble() * (bound - origin);
        return value < bound ? value : Math.nextDown(bound);
    }

    @Override
    public int nextInt(int bound) {
        return (int) nextLong(bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        return (int) nextLong(origin, bound);
    }

    @Override
    public long nextLong(long origin, long bound) {
        if (origin >= bound) {
            throw new IllegalArgumentException("No number lies in [" + origin + ", " + bound + ")");
        }
        long span = bound - origin;
        if (span > 0) {
            return origin + nextLong(span);
        }
        long value;
        do {
            value = nextLong();
        } while (value < origin || value >= bound);
        return value;
    }

    /** Uniform on [0, bound): multiply and shift, D. Lemire, doi:10.1145/3230636; redrawn where that would be biased. */
    @Override
    public long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("The bound " + bound + " is not positive");
        }
        long threshold = Long.remainderUnsigned(-bound, bound);
        while (true) {
            long draw = nextLong();
            if (Long.compareUnsigned(draw * bound, threshold) >= 0) {
                return Math.unsignedMultiplyHigh(draw, bound);
            }
        }
    }

    /** By inversion: one draw a value, monotone in it. */
    @Override
    public double nextGaussian() {
        return Normal.quantile((nextLong() >>> 11) * 0x1.0p-53 + 0x1.0p-54);
    }
}
