package io.verisim.synthesizer.quality.trend;

/**
 * Cuts numbers into 10 bins of equal width. A code is the number of edges at most x: 1 to 10, the maximum itself 11;
 * missing gets 11 as well, as in the reference implementation.
 */
public final class Discretisation {

    /** Number of bins between minimum and maximum. */
    public static final int BINS = 10;

    /** Code of the maximum and of missing values. */
    public static final int TOP = BINS + 1;

    private Discretisation() {}

    /**
     * The eleven edges between minimum and maximum of the values that are not NaN; [c − ½, c + ½] for a constant, [0, 1]
     * where there is no value.
     */
    public static double[] edges(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            low = 0;
            high = 1;
        }
        if (low == high) {
            low -= 0.5;
            high += 0.5;
        }
        double step = (high - low) / BINS;
        double[] edges = new double[BINS + 1];
        for (int i = 0; i < BINS; i++) {
            edges[i] = low + i * step;
        }
        edges[BINS] = high;
        return edges;
    }

    /** Edges whose outer ones are infinite, so that no value lies outside. */
    public static double[] openEdges(double[] values) {
        double[] edges = edges(values);
        edges[0] = Double.NEGATIVE_INFINITY;
        edges[BINS] = Double.POSITIVE_INFINITY;
        return edges;
    }

    /** Codes of values by edges; NaN gets {@link #TOP}. */
    public static int[] codes(double[] values, double[] edges) {
        int[] codes = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            codes[row] = code(values[row], edges);
        }
        return codes;
    }

    /** The number of edges at most {@code value}: from where an even spacing puts it, a step or two at most. */
    private static int code(double value, double[] edges) {
        if (Double.isNaN(value)) {
            return TOP;
        }
        double step = edges[2] - edges[1];
        int code = (int) Math.clamp((value - edges[1]) / step + 2, 0, edges.length);
        while (code > 0 && edges[code - 1] > value) {
            code--;
        }
        while (code < edges.length && edges[code] <= value) {
            code++;
        }
        return code;
    }
}
