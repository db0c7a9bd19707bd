package io.verisim.numerics;

/**
 * Count, mean, variance and extremes of values as they come; NaN is left out. Sums are updated and merged by the formulas
 * of T. F. Chan, G. H. Golub and R. J. LeVeque, doi:10.1080/00031305.1983.10483115. Merging in a fixed order gives the
 * same bits however the values were spread over threads.
 */
public final class Moments {

    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    public static Moments of(double[] values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    public void add(double value) {
        if (!Double.isNaN(value)) {
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    /** Adds what the other has seen. */
    public void merge(Moments other) {
        if (other.count > 0) {
            long total = count + other.count;
            double difference = other.mean - mean;
            squares += other.squares + difference * difference * ((double) count * other.count / total);
            mean += difference * other.count / total;
            count = total;
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
        }
    }

    /** Number of values that are not NaN. */
    public long count() {
        return count;
    }

    /** NaN without a value. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** With divisor n - 1; NaN with fewer than two values. */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** NaN without a value. */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /** NaN without a value. */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }
}
