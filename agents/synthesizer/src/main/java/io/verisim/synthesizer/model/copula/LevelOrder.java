package io.verisim.synthesizer.model.copula;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays the levels of each column in the order in which they go along with the other columns: levels are points, each the
 * mean of the other columns' scores over its rows, and their order is that along the line on which they lie farthest
 * apart. A missing value or other level among numbers goes before or after them. What has no order of its own can then
 * depend on the others by one correlation, as far as that is possible at all.
 */
final class LevelOrder {

    private static final int MOST_ROWS = 1 << 16;
    private static final int STEPS = 30;

    private final TrainingTable table;
    private final Scores scores;
    private final int[] rows;

    private LevelOrder(TrainingTable table, Scores scores) {
        this.table = table;
        this.scores = scores;
        rows = scores.someRows(MOST_ROWS);
    }

    /** The distributions with their levels in a new order. */
    static List<Marginal> of(
            TrainingTable table, List<Parts> parts, List<Marginal> marginals, Scores scores, int threads) {
        LevelOrder order = new LevelOrder(table, scores);
        return Workers.map(threads, marginals.size(), j -> order.column(j, parts.get(j), marginals.get(j)));
    }

    private Marginal column(int column, Parts parts, Marginal marginal) {
        int levels = parts.counts().length;
        if (levels == 0 || (parts.bins() == null && levels < 3)) {
            return marginal;
        }
        double[][] means = means(column, levels);
        double[] counts = new double[levels];
        for (int row : rows) {
            int code = table.columns().get(column).codes()[row];
            if (code >= 0) {
                counts[code]++;
            }
        }
        if (parts.bins() == null) {
            double[] line = line(means, counts);
            List<Integer> order = new ArrayList<>(sorted(means, line, levels));
            return parts.ordered(order, List.of());
        }
        double[] along = means[levels];
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int level : sorted(means, along, levels)) {
            (dot(means[level], along) <= 0 ? before : after).add(level);
        }
        return parts.ordered(before, after);
    }

    private static List<Integer> sorted(double[][] means, double[] line, int levels) {
        List<Integer> order = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            order.add(level);
        }
        order.sort(Comparator.comparingDouble(level -> dot(means[level], line)));
        return order;
    }

    /**
     * Mean scores of the other columns over the rows of each level; behind them, how the other columns go along with the
     * numbers.
     */
    private double[][] means(int column, int levels) {
        int columns = table.columns().size();
        int[] codes = table.columns().get(column).codes();
        double[][] sums = new double[levels + 1][columns];
        double[] counts = new double[levels];
        double numberMean = 0;
        int numbers = 0;
        for (int row : rows) {
            if (codes[row] == ModelColumn.NUMBER) {
                numberMean += scores.score(column, row);
                numbers++;
            }
        }
        numberMean /= Math.max(1, numbers);
        for (int row : rows) {
            int code = codes[row];
            double weight = code >= 0 ? 1 : scores.score(column, row) - numberMean;
            double[] sum = sums[code >= 0 ? code : levels];
            for (int j = 0; j < columns; j++) {
                sum[j] += j == column ? 0 : weight * scores.score(j, row);
            }
            if (code >= 0) {
                counts[code]++;
            }
        }
        for (int level = 0; level < levels; level++) {
            for (int j = 0; j < columns; j++) {
                // a level of few rows is pulled towards the middle: its mean is mostly chance
                sums[level][j] /= counts[level] + 1;
            }
        }
        return sums;
    }

    /** The direction in which the points lie farthest apart, each weighted by its rows: a power iteration. */
    private static double[] line(double[][] points, double[] weights) {
        int dimensions = points[0].length;
        double[] line = new double[dimensions];
        java.util.Arrays.fill(line, 1);
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[dimensions];
            for (int p = 0; p < weights.length; p++) {
                double along = weights[p] * dot(points[p], line);
                for (int d = 0; d < dimensions; d++) {
                    next[d] += along * points[p][d];
                }
            }
            double length = Math.sqrt(dot(next, next));
            if (!(length > 0)) {
                return line;
            }
            for (int d = 0; d < dimensions; d++) {
                line[d] = next[d] / length;
            }
        }
        return line;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
