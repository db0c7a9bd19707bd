package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link NumberBase} of a column by least squares with a little ridge, over indicators of levels, numbers, and
 * products of two numbers; or a pure product where that alone explains nearly everything.
 */
final class BaseFit {

    private static final int MOST_TERMS = 100;
    private static final int MOST_LEVELS = 12;
    private static final int LEAST_ROWS_A_TERM = 20;
    private static final double PURE = 0.98;
    private static final double RIDGE = 1e-6;

    /** A term of the regression: the indicator of a level, a number, or a product of two. */
    private record Term(int column, int level, int second) {

        double value(SampleBlock block, int row) {
            if (second >= 0) {
                return NumberBase.product(block, column, second, row);
            }
            int code = block.codes(column)[row];
            if (level != ModelColumn.NUMBER) {
                return code == level ? 1 : 0;
            }
            return code == ModelColumn.NUMBER ? block.numbers(column)[row] : 0;
        }
    }

    /** A base and the share of the column's variance that it explains. */
    record Explained(NumberBase base, double share, boolean pure) {}

    private final SampleBlock data;
    private final int[] rows;
    private final double[] y;
    private final double variance;

    /**
     * A fit.
     *
     * @param target column to explain
     * @param mostRows rows to look at, evenly spaced
     */
    BaseFit(SampleBlock data, int target, int mostRows) {
        this.data = data;
        int[] codes = data.codes(target);
        int[] all = IntStream.range(0, data.rows())
                .filter(row -> codes[row] == ModelColumn.NUMBER)
                .toArray();
        int count = Math.min(all.length, mostRows);
        rows = IntStream.range(0, count)
                .map(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
        y = new double[rows.length];
        double mean = 0;
        for (int i = 0; i < rows.length; i++) {
            y[i] = data.numbers(target)[rows[i]];
            mean += y[i] / rows.length;
        }
        double sum = 0;
        for (double value : y) {
            sum += (value - mean) * (value - mean);
        }
        variance = sum;
    }

    /** The product of two number columns that explains nearly all of the column, where there is one. */
    @Nullable
    Explained pureProduct(List<Integer> numeric) {
        Explained best = null;
        for (int a = 0; a < numeric.size(); a++) {
            for (int b = a + 1; b < numeric.size(); b++) {
                Explained found = product(numeric.get(a), numeric.get(b));
                if (found != null && found.share() > (best == null ? PURE : best.share())) {
                    best = found;
                }
            }
        }
        return best;
    }

    private @Nullable Explained product(int a, int b) {
        Interruption.check();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < rows.length; i++) {
            double x = NumberBase.product(data, a, b, rows[i]);
            xy += x * y[i];
            xx += x * x;
        }
        if (xx == 0 || variance == 0) {
            return null;
        }
        double factor = Math.abs(xy / xx - 1) < 0.02 ? 1 : xy / xx;
        NumberBase base = NumberBase.product(a, b, factor);
        return new Explained(base, shareOf(base), true);
    }

    /** The regression on the given columns, where there are rows enough. */
    @Nullable
    Explained regression(List<Integer> columns, List<Integer> levels) {
        List<Term> terms = terms(columns, levels);
        if (terms.isEmpty() || rows.length < LEAST_ROWS_A_TERM * terms.size() || variance == 0) {
            return null;
        }
        double[][] x = new double[terms.size()][rows.length];
        double[] mean = new double[terms.size()];
        double[] spread = new double[terms.size()];
        for (int t = 0; t < x.length; t++) {
            Interruption.check();
            standardise(terms.get(t), x[t], t, mean, spread);
        }
        double[] weights = LeastSquares.solve(x, y, RIDGE);
        NumberBase base = assemble(terms, weights, mean, spread);
        return new Explained(base, shareOf(base), false);
    }

    private void standardise(Term term, double[] x, int t, double[] mean, double[] spread) {
        for (int i = 0; i < x.length; i++) {
            x[i] = term.value(data, rows[i]);
            mean[t] += x[i] / x.length;
        }
        for (double value : x) {
            spread[t] += (value - mean[t]) * (value - mean[t]) / x.length;
        }
        spread[t] = Math.sqrt(spread[t]);
        for (int i = 0; i < x.length; i++) {
            x[i] = spread[t] < 1e-12 ? 0 : (x[i] - mean[t]) / spread[t];
        }
    }

    /** Levels beyond the first of each category, numbers, products, as far as there is room. */
    private List<Term> terms(List<Integer> columns, List<Integer> levels) {
        List<Term> terms = new ArrayList<>();
        List<Integer> numeric = new ArrayList<>();
        for (int column : columns) {
            int count = levels.get(column);
            boolean isNumeric = data.numbers(column).length > 0;
            if (count > MOST_LEVELS) {
                continue;
            }
            for (int level = isNumeric ? 0 : 1; level < count; level++) {
                terms.add(new Term(column, level, -1));
            }
            if (isNumeric) {
                numeric.add(column);
                terms.add(new Term(column, ModelColumn.NUMBER, -1));
            }
        }
        for (int a = 0; a < numeric.size(); a++) {
            for (int b = a + 1; b < numeric.size() && terms.size() < MOST_TERMS; b++) {
                terms.add(new Term(numeric.get(a), ModelColumn.NUMBER, numeric.get(b)));
            }
        }
        return terms.size() > MOST_TERMS ? terms.subList(0, MOST_TERMS) : terms;
    }

    private NumberBase assemble(List<Term> terms, double[] weights, double[] mean, double[] spread) {
        double intercept = 0;
        for (double value : y) {
            intercept += value / y.length;
        }
        List<Integer> columns = terms.stream()
                .filter(term -> term.second() < 0)
                .map(Term::column)
                .distinct()
                .toList();
        double[][] levelWeights = new double[columns.size()][MOST_LEVELS];
        double[] slopes = new double[columns.size()];
        List<Integer> pairs = new ArrayList<>();
        List<Double> pairSlopes = new ArrayList<>();
        for (int t = 0; t < weights.length; t++) {
            double weight = spread[t] < 1e-12 ? 0 : weights[t] / spread[t];
            intercept -= weight * mean[t];
            Term term = terms.get(t);
            int at = columns.indexOf(term.column());
            if (term.second() >= 0) {
                pairs.add(term.column());
                pairs.add(term.second());
                pairSlopes.add(weight);
            } else if (term.level() == ModelColumn.NUMBER) {
                slopes[at] = weight;
            } else {
                levelWeights[at][term.level()] = weight;
            }
        }
        return new NumberBase(
                intercept,
                columns.stream().mapToInt(Integer::intValue).toArray(),
                levelWeights,
                slopes,
                pairs.stream().mapToInt(Integer::intValue).toArray(),
                pairSlopes.stream().mapToDouble(Double::doubleValue).toArray(),
                false);
    }

    private double shareOf(NumberBase base) {
        double left = 0;
        for (int i = 0; i < rows.length; i++) {
            double rest = y[i] - base.predict(data, rows[i]);
            left += rest * rest;
        }
        return 1 - left / variance;
    }
}
