package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the column that a column of amounts is a share of, as an instalment is of its loan: divided by it, the column
 * spreads over far fewer orders of magnitude. A sum of effects cannot say so, for its errors are as large for small
 * amounts as for large ones.
 */
final class RatioFit {

    private static final int MOST_ROWS = 2_500;
    private static final int LEAST_ROWS = 200;

    /** The ratio's spread in logarithms is to be at most this share of the column's own. */
    private static final double NARROW = 0.5;

    private static final double TAIL = 0.1;

    private final SampleBlock data;
    private final int target;
    private final int[] rows;

    private RatioFit(SampleBlock data, int target) {
        this.data = data;
        this.target = target;
        double[] y = data.numbers(target);
        int[] positive = IntStream.range(0, data.rows())
                .filter(row -> isNumber(target, row) && y[row] > 0)
                .toArray();
        int count = Math.min(positive.length, MOST_ROWS);
        rows = IntStream.range(0, count)
                .map(i -> positive[(int) ((long) i * positive.length / count)])
                .toArray();
    }

    /**
     * The best of some columns as a base whose rest is a factor; null where there is none.
     *
     * @param columns those that are drawn before the target
     */
    static @Nullable NumberBase find(SampleBlock data, int target, List<Integer> columns) {
        RatioFit fit = new RatioFit(data, target);
        if (fit.rows.length < LEAST_ROWS || !fit.isNowhere(target, -Double.MIN_VALUE)) {
            return null;
        }
        double least = NARROW * fit.spread(-1);
        int best = -1;
        for (int column : columns) {
            if (fit.isPositive(column)) {
                double spread = fit.spread(column);
                if (spread < least) {
                    least = spread;
                    best = column;
                }
            }
        }
        return best < 0 ? null : NumberBase.share(best);
    }

    private boolean isNumber(int column, int row) {
        return data.codes(column)[row] == ModelColumn.NUMBER;
    }

    private boolean isPositive(int column) {
        return data.numbers(column).length > 0
                && IntStream.range(0, data.rows()).allMatch(row -> isNumber(column, row))
                && isNowhere(column, 0);
    }

    /** Whether no number of a column is as low as this or lower. */
    private boolean isNowhere(int column, double low) {
        double[] numbers = data.numbers(column);
        return IntStream.range(0, data.rows()).noneMatch(row -> isNumber(column, row) && numbers[row] <= low);
    }

    /** From the lowest to the highest tenth of the logarithm of the target, divided by a column unless that is −1. */
    private double spread(int column) {
        double[] logs = new double[rows.length];
        for (int i = 0; i < logs.length; i++) {
            double divisor = column < 0 ? 1 : data.numbers(column)[rows[i]];
            logs[i] = StrictMath.log(data.numbers(target)[rows[i]] / divisor);
        }
        Arrays.sort(logs);
        return logs[(int) ((logs.length - 1) * (1 - TAIL))] - logs[(int) ((logs.length - 1) * TAIL)];
    }
}
