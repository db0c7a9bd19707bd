package io.verisim.synthesizer.quality;

import io.verisim.numerics.Quantiles;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The edge cases of the real data, and how often the synthetic data have them: 1 − Σ |f_real − f_syn| / Σ f_real over all
 * cases, at least 0; 1 where neither table has one.
 *
 * @param match from 0 to 1
 * @param cases every case that one of the tables has
 */
public record EdgeCases(double match, List<EdgeCase> cases) {

    /** J. Tukey, "Exploratory Data Analysis", 1977: beyond one and a half interquartile ranges. */
    private static final double FENCE = 1.5;

    private static final double RARE = 0.01;

    /** Texts so many times as long as nine in ten are overlong. */
    private static final int OVERLONG = 2;

    public EdgeCases {
        cases = List.copyOf(cases);
    }

    /**
     * One kind of edge case of one column.
     *
     * @param column column name
     * @param kind {@code missing}, {@code empty}, {@code low} and {@code high} outliers, {@code minimum} and
     *     {@code maximum} of the real values, {@code rare} values (below 1 % of the real rows), {@code overlong} texts
     * @param real share of the real rows
     * @param synthetic share of the synthetic rows
     */
    public record EdgeCase(String column, String kind, double real, double synthetic) {}

    static EdgeCases of(Stream<List<EdgeCase>> columns) {
        List<EdgeCase> cases = columns.flatMap(List::stream).toList();
        double total = cases.stream().mapToDouble(EdgeCase::real).sum();
        double off =
                cases.stream().mapToDouble(c -> Math.abs(c.real - c.synthetic)).sum();
        return new EdgeCases(off == 0 ? 1 : total == 0 ? 0 : Math.max(0, 1 - off / total), cases);
    }

    /** The edge cases of a column; numbers may stand in any order. */
    static List<EdgeCase> of(AlignedColumn column) {
        List<EdgeCase> cases = new ArrayList<>();
        int real = column.rows(Side.REAL);
        int synthetic = column.rows(Side.SYNTHETIC);
        if (real > 0 && synthetic > 0) {
            double missing = (double) column.missing(Side.SYNTHETIC) / synthetic;
            add(cases, column.name(), "missing", (double) column.missing(Side.REAL) / real, missing);
            switch (column) {
                case NumberColumn numbers -> numbers(cases, numbers);
                case CategoryColumn categories -> categories(cases, categories);
            }
        }
        return cases;
    }

    private static void add(List<EdgeCase> cases, String column, String kind, double real, double synthetic) {
        if (real > 0 || synthetic > 0) {
            cases.add(new EdgeCase(column, kind, real, synthetic));
        }
    }

    private static void numbers(List<EdgeCase> cases, NumberColumn column) {
        double[] sorted = column.present(Side.REAL);
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return;
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        if (low < high) {
            count(cases, column, "minimum", x -> x == low);
            count(cases, column, "maximum", x -> x == high);
        }
        double first = Quantiles.ofSorted(sorted, 0.25);
        double third = Quantiles.ofSorted(sorted, 0.75);
        if (first < third) {
            count(cases, column, "low", x -> x < first - FENCE * (third - first));
            count(cases, column, "high", x -> x > third + FENCE * (third - first));
        }
    }

    private static void count(List<EdgeCase> cases, NumberColumn column, String kind, DoublePredicate isCase) {
        double[] shares = new double[2];
        for (Side side : List.of(Side.REAL, Side.SYNTHETIC)) {
            int count = 0;
            for (double value : column.numbers(side)) {
                count += isCase.test(value) ? 1 : 0;
            }
            shares[side.ordinal()] = (double) count / column.rows(side);
        }
        add(cases, column.name(), kind, shares[0], shares[1]);
    }

    private static void categories(List<EdgeCase> cases, CategoryColumn column) {
        int[] counts = column.counts(Side.REAL);
        int[] lengths = column.categories().stream().mapToInt(String::length).toArray();
        int usual = usualLength(counts, lengths);
        boolean[] rare = new boolean[counts.length];
        boolean[] overlong = new boolean[counts.length];
        boolean[] empty = new boolean[counts.length];
        for (int c = 0; c < counts.length; c++) {
            rare[c] = counts[c] < RARE * column.rows(Side.REAL);
            overlong[c] = usual > 0 && lengths[c] > OVERLONG * usual;
            empty[c] = column.categories().get(c).isBlank();
        }
        add(cases, column, "rare", rare);
        add(cases, column, "overlong", overlong);
        add(cases, column, "empty", empty);
    }

    private static void add(List<EdgeCase> cases, CategoryColumn column, String kind, boolean[] chosen) {
        add(cases, column.name(), kind, share(column, chosen, Side.REAL), share(column, chosen, Side.SYNTHETIC));
    }

    private static double share(CategoryColumn column, boolean[] chosen, Side side) {
        int[] counts = column.counts(side);
        double count = IntStream.range(0, counts.length)
                .filter(c -> chosen[c])
                .map(c -> counts[c])
                .sum();
        return count / column.rows(side);
    }

    /** The length that nine in ten real values do not exceed. */
    private static int usualLength(int[] counts, int[] lengths) {
        int[] byLength = IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> lengths[a] - lengths[b])
                .mapToInt(c -> c)
                .toArray();
        long total = Arrays.stream(counts).asLongStream().sum();
        long seen = 0;
        for (int c : byLength) {
            seen += counts[c];
            if (seen >= 0.9 * total) {
                return lengths[c];
            }
        }
        return 0;
    }
}
