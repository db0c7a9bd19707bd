package io.verisim.synthesizer.quality.html;

import io.verisim.numerics.Quantiles;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distribution of a column on both sides in the same bars.
 *
 * @param labels what each bar stands for
 * @param real share of the real values by bar
 * @param synthetic share of the synthetic values by bar
 * @param ordered whether neighbouring bars touch, as on a line
 */
record Overlay(List<String> labels, double[] real, double[] synthetic, boolean ordered) {

    private static final int BINS = 28;
    private static final int CATEGORIES = 11;
    private static final double TAIL = 0.005;

    static Overlay of(AlignedColumn column) {
        return switch (column) {
            case NumberColumn n -> numbers(n);
            case CategoryColumn c -> categories(c);
        };
    }

    /** Bars of equal width between the outer half per cents; the tails are in the outer bars. */
    private static Overlay numbers(NumberColumn column) {
        double[] real = finite(column.present(Side.REAL));
        double[] synthetic = finite(column.present(Side.SYNTHETIC));
        double[] range = range(real, synthetic);
        double width = (range[1] - range[0]) / BINS;
        if (!(width > 0)) {
            String only = real.length > 0 ? label(column, real[0]) : "no value";
            return new Overlay(List.of(only), new double[] {1}, new double[] {synthetic.length > 0 ? 1 : 0}, true);
        }
        List<String> labels = IntStream.range(0, BINS)
                .mapToObj(i -> label(column, range[0] + i * width) + " to " + label(column, range[0] + (i + 1) * width))
                .toList();
        return new Overlay(labels, shares(real, range[0], width), shares(synthetic, range[0], width), true);
    }

    private static double[] range(double[] real, double[] synthetic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] side : List.of(real, synthetic)) {
            if (side.length > 0) {
                low = Math.min(low, Quantiles.ofSorted(side, TAIL));
                high = Math.max(high, Quantiles.ofSorted(side, 1 - TAIL));
            }
        }
        if (low == high && real.length > 0) {
            low = real[0];
            high = real[real.length - 1];
        }
        return new double[] {low, high};
    }

    private static double[] shares(double[] values, double low, double width) {
        double[] shares = new double[BINS];
        for (double value : values) {
            int bin = (int) Math.floor((value - low) / width);
            shares[Math.max(0, Math.min(BINS - 1, bin))] += 1.0 / values.length;
        }
        return shares;
    }

    /** The most frequent real categories, the rest together. */
    private static Overlay categories(CategoryColumn column) {
        int[] real = column.counts(Side.REAL);
        int[] synthetic = column.counts(Side.SYNTHETIC);
        List<Integer> order = IntStream.range(0, real.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -real[c] - synthetic[c]))
                .toList();
        int shown = order.size() <= CATEGORIES + 1 ? order.size() : CATEGORIES;
        List<String> labels = new ArrayList<>();
        double[] realShares = new double[shown + (shown < order.size() ? 1 : 0)];
        double[] syntheticShares = new double[realShares.length];
        double realTotal = Math.max(1, Arrays.stream(real).sum());
        double syntheticTotal = Math.max(1, Arrays.stream(synthetic).sum());
        for (int i = 0; i < order.size(); i++) {
            int bar = Math.min(i, shown);
            realShares[bar] += real[order.get(i)] / realTotal;
            syntheticShares[bar] += synthetic[order.get(i)] / syntheticTotal;
            if (i < shown) {
                labels.add(column.categories().get(order.get(i)));
            }
        }
        if (shown < order.size()) {
            labels.add((order.size() - shown) + " others");
        }
        return new Overlay(labels, realShares, syntheticShares, false);
    }

    private static double[] finite(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        Arrays.sort(finite);
        return finite;
    }

    private static String label(NumberColumn column, double value) {
        return column.spec().kind() == ColumnKind.DATETIME
                ? Instant.ofEpochSecond((long) Math.floor(value / 1e9))
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString()
                : Html.axis(value);
    }
}
