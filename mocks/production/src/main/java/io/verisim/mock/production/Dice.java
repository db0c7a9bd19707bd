package io.verisim.mock.production;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from the distributions the tables are made of. Strict arithmetic, so that every machine draws the same. */
final class Dice {

    /** The first so many ranks are about equally frequent. */
    private static final double HEAD = 12;

    private final RandomGenerator random;

    Dice(RandomGenerator random) {
        this.random = random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** An index drawn by weights that add up to one. */
    int weighted(double... weights) {
        double left = random.nextDouble();
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** An index below {@code size} whose frequency falls with its rank, as that of names does. */
    int ranked(int size) {
        double u = random.nextDouble();
        int rank = (int) (HEAD * StrictMath.expm1(u * StrictMath.log1p(size / HEAD)));
        return Math.min(size - 1, rank);
    }

    /** A standard normal value by the polar method, which is the same on every JDK. */
    double normal() {
        double u;
        double s;
        do {
            u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }

    double exponential(double mean) {
        return -mean * StrictMath.log1p(-random.nextDouble());
    }

    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    String digits(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    char letter() {
        return (char) ('A' + random.nextInt(26));
    }
}
