package io.verisim.numerics;

import java.util.random.RandomGenerator;

/**
 * Draws indices by weight in constant time and one draw each: A. J. Walker, doi:10.1145/355744.355749, built as by M. D.
 * Vose, doi:10.1109/32.92917. Immutable.
 */
public final class AliasSampler {

    private final double[] keep;
    private final int[] alias;

    private AliasSampler(double[] keep, int[] alias) {
        this.keep = keep;
        this.alias = alias;
    }

    /**
     * A sampler.
     *
     * @param weights at least one, none negative or infinite or NaN, not all zero; need not sum to 1
     */
    public static AliasSampler of(double[] weights) {
        int n = weights.length;
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weight is finite and not negative, not " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Weights need a positive, finite sum, not " + sum);
        }
        double[] scaled = new double[n];
        for (int i = 0; i < n; i++) {
            scaled[i] = weights[i] / sum * n;
        }
        return pair(scaled);
    }

    /** Fills each column that is too small from one that is too large. */
    private static AliasSampler pair(double[] scaled) {
        int n = scaled.length;
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            if (scaled[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        double[] keep = new double[n];
        int[] alias = new int[n];
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            keep[less] = scaled[less];
            alias[less] = more;
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
        while (larges > 0) {
            keep[large[--larges]] = 1;
        }
        int heaviest = heaviest(scaled, keep);
        while (smalls > 0) {
            // left over by rounding: nearly 1, unless nothing was ever there
            int rest = small[--smalls];
            keep[rest] = scaled[rest] > 0.5 ? 1 : scaled[rest];
            alias[rest] = heaviest;
        }
        return new AliasSampler(keep, alias);
    }

    private static int heaviest(double[] scaled, double[] keep) {
        int heaviest = 0;
        for (int i = 1; i < scaled.length; i++) {
            if (keep[i] + scaled[i] > keep[heaviest] + scaled[heaviest]) {
                heaviest = i;
            }
        }
        return heaviest;
    }

    public int size() {
        return keep.length;
    }

    /** An index, drawn with the probability of its weight. */
    public int sample(RandomGenerator random) {
        return at(random.nextDouble());
    }

    /** The index for a number that is uniform on [0, 1). */
    public int at(double uniform) {
        double place = uniform * keep.length;
        int column = (int) place;
        return place - column < keep[column] ? column : alias[column];
    }
}
