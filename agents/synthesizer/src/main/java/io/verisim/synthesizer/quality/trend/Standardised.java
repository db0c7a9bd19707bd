package io.verisim.synthesizer.quality.trend;

import org.jspecify.annotations.Nullable;

/**
 * A column of numbers ready for its correlations with others: where no value is missing, each deviation from the mean is
 * divided by the norm of all of them once, and a correlation is one sum of products. The result is that of
 * {@link Correlation#pearson} to the last bit.
 *
 * @param values as they are; not a copy
 * @param scores deviations over their norm; null where a value is missing, infinite or there is no spread
 */
public record Standardised(double[] values, double @Nullable [] scores) {

    public static Standardised of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double norm = Math.sqrt(squares);
        if (values.length < 2 || !(norm > 0) || Double.isInfinite(norm)) {
            return new Standardised(values, null);
        }
        double[] scores = new double[values.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = (values[row] - mean) / norm;
        }
        return new Standardised(values, scores);
    }

    /** Pearson's r; NaN where undefined. */
    public double pearson(Standardised other) {
        double[] mine = scores;
        double[] theirs = other.scores;
        if (mine == null || theirs == null) {
            return Correlation.pearson(values, other.values);
        }
        double sum = 0;
        for (int row = 0; row < mine.length; row++) {
            sum += mine[row] * theirs[row];
        }
        return Math.max(-1, Math.min(1, sum));
    }
}
