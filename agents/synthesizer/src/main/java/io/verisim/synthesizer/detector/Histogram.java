package io.verisim.synthesizer.detector;

/** Sums of packed gradients and numbers of rows by bin, over all features of a node's rows. */
final class Histogram {

    final long[] sums;
    final int[] counts;

    Histogram(int bins) {
        sums = new long[bins];
        counts = new int[bins];
    }

    /** Fills it from the rows {@code rows[from..to)}; {@code ordered} is scratch of at least that length. */
    void fill(BinnedFeatures features, Gradients gradients, int[] rows, int from, int to, long[] ordered) {
        java.util.Arrays.fill(sums, 0);
        java.util.Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
            ordered[i - from] = gradients.packed(rows[i]);
        }
        for (int f = 0; f < features.features(); f++) {
            add(features.column(f), features.offsets()[f], rows, from, to, ordered);
        }
    }

    private void add(byte[] column, int offset, int[] rows, int from, int to, long[] ordered) {
        for (int i = from; i < to; i++) {
            int bin = offset + (column[rows[i]] & 0xff);
            sums[bin] += ordered[i - from];
            counts[bin]++;
        }
    }

    /** Turns the histogram of a node into that of one child by taking away the other child's. */
    void subtract(Histogram child) {
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] -= child.sums[bin];
            counts[bin] -= child.counts[bin];
        }
    }
}
