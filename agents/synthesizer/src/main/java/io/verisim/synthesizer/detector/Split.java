package io.verisim.synthesizer.detector;

import org.jspecify.annotations.Nullable;

/**
 * A way to part a node: rows whose bin is at most {@code bin} go left.
 *
 * @param feature column number
 * @param bin last bin that goes left
 * @param gain how much the loss falls, twice, to second order
 * @param leftSum packed gradients of the left child
 * @param leftRows number of rows of the left child
 */
record Split(int feature, int bin, double gain, long leftSum, int leftRows) {

    /** Splits that gain no more than this are noise of rounding. */
    private static final double LEAST_GAIN = 1e-7;

    /** The best split of a node, the first among equals; null where none leaves enough rows on both sides. */
    static @Nullable Split best(
            Histogram histogram, int[] offsets, Gradients gradients, long sum, int rows, int minimumLeaf) {
        Split best = null;
        double bestGain = LEAST_GAIN + score(gradients, sum);
        for (int f = 0; f + 1 < offsets.length; f++) {
            long left = 0;
            int leftRows = 0;
            for (int bin = offsets[f]; bin < offsets[f + 1] - 1; bin++) {
                if (histogram.counts[bin] == 0) {
                    continue;
                }
                left += histogram.sums[bin];
                leftRows += histogram.counts[bin];
                if (rows - leftRows < minimumLeaf) {
                    break;
                }
                if (leftRows >= minimumLeaf) {
                    double gain = score(gradients, left) + score(gradients, sum - left);
                    if (gain > bestGain) {
                        bestGain = gain;
                        best = new Split(f, bin - offsets[f], gain - score(gradients, sum), left, leftRows);
                    }
                }
            }
        }
        return best == null ? null : best.centred(histogram.counts, offsets);
    }

    /**
     * The cut halfway between the last bin of this node on the left and the first on the right, so that rows not seen in
     * training fall to the nearer side. Bin 0, missing values, has no neighbour.
     */
    private Split centred(int[] counts, int[] offsets) {
        int next = bin + 1;
        while (counts[offsets[feature] + next] == 0) {
            next++;
        }
        return bin == 0 ? this : new Split(feature, (bin + next) / 2, gain, leftSum, leftRows);
    }

    private static double score(Gradients gradients, long sum) {
        double gradient = gradients.gradient(sum);
        return gradient * gradient / gradients.hessian(sum);
    }
}
