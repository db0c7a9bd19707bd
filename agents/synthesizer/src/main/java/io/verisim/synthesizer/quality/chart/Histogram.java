package io.verisim.synthesizer.quality.chart;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distribution of a column on both sides in the same bars. Limits of bars are round numbers, no row's values; bars of
 * fewer than {@value #FEW} real rows are shown without any, and categories of fewer are counted with the others.
 *
 * @param labels what each bar stands for
 * @param real share of the real values by bar
 * @param synthetic share of the synthetic values by bar
 * @param ordered whether neighbouring bars touch, as on a line
 */
public record Histogram(List<String> labels, double[] real, double[] synthetic, boolean ordered) {

    /** What fewer rows have points at somebody. */
    public static final int FEW = 5;

    private static final int CATEGORIES = 15;

    public Histogram {
        labels = List.copyOf(labels);
    }

    static Histogram of(AlignedColumn column) {
        return switch (column) {
            case NumberColumn n -> numbers(n);
            case CategoryColumn c -> categories(c);
        };
    }

    private static Histogram numbers(NumberColumn column) {
        double[] real = finite(column.numbers(Side.REAL));
        double[] synthetic = finite(column.numbers(Side.SYNTHETIC));
        Scale scale = Scale.of(column.spec().kind(), real, synthetic);
        return new Histogram(scale.labels(), shares(real, scale, FEW), shares(synthetic, scale, 1), true);
    }

    private static double[] shares(double[] values, Scale scale, int least) {
        int[] counts = new int[scale.bins()];
        for (double value : values) {
            counts[scale.bin(value)]++;
        }
        return Arrays.stream(counts)
                .mapToDouble(count -> count < least ? 0 : (double) count / values.length)
                .toArray();
    }

    /** The most frequent categories that enough real rows have, or none; the rest together. */
    private static Histogram categories(CategoryColumn column) {
        int[] real = column.counts(Side.REAL);
        int[] synthetic = column.counts(Side.SYNTHETIC);
        List<Integer> order = IntStream.range(0, real.length)
                .boxed()
                .filter(c -> real[c] >= FEW)
                .sorted(Comparator.comparingInt((Integer c) -> -real[c] - synthetic[c]))
                .limit(CATEGORIES)
                .toList();
        double realTotal = Math.max(1, Arrays.stream(real).sum());
        double syntheticTotal = Math.max(1, Arrays.stream(synthetic).sum());
        boolean others = order.size() < real.length;
        List<String> labels = new ArrayList<>();
        double[] realShares = new double[order.size() + (others ? 1 : 0)];
        double[] syntheticShares = new double[realShares.length];
        for (int bar = 0; bar < order.size(); bar++) {
            labels.add(column.categories().get(order.get(bar)));
            realShares[bar] = real[order.get(bar)] / realTotal;
            syntheticShares[bar] = synthetic[order.get(bar)] / syntheticTotal;
        }
        if (others) {
            labels.add((real.length - order.size()) + " others");
            realShares[order.size()] = Math.max(
                    0, share(real, realTotal) - Arrays.stream(realShares).sum());
            syntheticShares[order.size()] = Math.max(
                    0,
                    share(synthetic, syntheticTotal)
                            - Arrays.stream(syntheticShares).sum());
        }
        return new Histogram(labels, realShares, syntheticShares, false);
    }

    private static double share(int[] counts, double total) {
        return Arrays.stream(counts).sum() / total;
    }

    private static double[] finite(double[] values) {
        double[] finite = new double[values.length];
        int next = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                finite[next++] = value;
            }
        }
        return Arrays.copyOf(finite, next);
    }
}
