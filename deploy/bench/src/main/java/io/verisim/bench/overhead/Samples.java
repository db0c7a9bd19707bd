package io.verisim.bench.overhead;

import java.util.Arrays;

/** Durations of one kind, in nanoseconds. */
record Samples(long[] sorted) {

    private static final double MILLION = 1e6;

    static Samples of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The median in milliseconds; NaN where there are none. */
    double median() {
        return quantile(0.5);
    }

    /** The 99th percentile in milliseconds; NaN where there are none. */
    double p99() {
        return quantile(0.99);
    }

    private double quantile(double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(p * (sorted.length - 1)))] / MILLION;
    }
}
