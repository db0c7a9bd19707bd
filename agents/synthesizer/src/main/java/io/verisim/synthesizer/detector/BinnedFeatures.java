package io.verisim.synthesizer.detector;

import io.verisim.numerics.Interruption;
import java.util.Arrays;

/**
 * A feature matrix in at most 256 bins a column: bin 0 holds missing values (NaN), the others follow the order of the
 * values, one a value where there are few, else quantiles. Immutable.
 */
public final class BinnedFeatures {

    /** Bins of values; with the one for missing values they fit a byte. */
    static final int MAX_VALUE_BINS = 255;

    private final byte[][] bins;
    private final int[] offsets;

    private BinnedFeatures(byte[][] bins, int[] offsets) {
        this.bins = bins;
        this.offsets = offsets;
    }

    /**
     * Bins a matrix.
     *
     * @param columns values by column and row, all columns of the same length; NaN is missing, infinities are values
     */
    public static BinnedFeatures of(double[][] columns) {
        byte[][] bins = new byte[columns.length][];
        int[] offsets = new int[columns.length + 1];
        for (int f = 0; f < columns.length; f++) {
            double[] thresholds = thresholds(columns[f]);
            bins[f] = digitize(columns[f], thresholds);
            offsets[f + 1] = offsets[f] + thresholds.length + 2;
        }
        return new BinnedFeatures(bins, offsets);
    }

    /**
     * A matrix of values that are bins already.
     *
     * @param codes by column and row, from 0 to {@code bins} − 1; not copied
     * @param size bins of every column, at most 256
     */
    public static BinnedFeatures ofCodes(byte[][] codes, int size) {
        int[] offsets = new int[codes.length + 1];
        Arrays.setAll(offsets, f -> f * size);
        return new BinnedFeatures(codes, offsets);
    }

    /** Upper limits, inclusive, of all value bins but the last. */
    static double[] thresholds(double[] column) {
        double[] sorted = Arrays.stream(column).filter(x -> !Double.isNaN(x)).toArray();
        Arrays.sort(sorted);
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= MAX_VALUE_BINS) {
            return Arrays.copyOf(distinct, Math.max(0, distinct.length - 1));
        }
        double[] limits = new double[MAX_VALUE_BINS - 1];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = sorted[(int) ((long) (i + 1) * sorted.length / MAX_VALUE_BINS) - 1];
        }
        double largest = sorted[sorted.length - 1];
        return Arrays.stream(limits).filter(x -> x < largest).distinct().toArray();
    }

    private static byte[] digitize(double[] column, double[] thresholds) {
        byte[] codes = new byte[column.length];
        for (int row = 0; row < column.length; row++) {
            Interruption.checkAt(row);
            if (!Double.isNaN(column[row])) {
                int position = Arrays.binarySearch(thresholds, column[row]);
                codes[row] = (byte) (1 + (position >= 0 ? position : -position - 1));
            }
        }
        return codes;
    }

    public int features() {
        return bins.length;
    }

    public int rows() {
        return bins.length == 0 ? 0 : bins[0].length;
    }

    /** Bins of a column by row, as unsigned bytes. */
    byte[] column(int feature) {
        return bins[feature];
    }

    /** Where the bins of a feature start in a histogram over all of them; one more entry than features. */
    int[] offsets() {
        return offsets;
    }

    int bin(int feature, int row) {
        return bins[feature][row] & 0xff;
    }
}
