package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.marginal.NumberBins;
import io.verisim.synthesizer.model.ModelColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a column's values fall into, before it is decided in which order: levels, and bins of numbers.
 *
 * @param counts rows of each level
 * @param bins bins of the numbers; null where there are none
 * @param rows rows of the table
 */
@SuppressWarnings("ArrayRecordComponent")
record Parts(int[] counts, @Nullable NumberBins bins, int rows) {

    private static final int MOST_BINS = 256;
    private static final int SMALLEST_BIN = 25;

    static Parts of(ModelColumn column) {
        int[] codes = column.codes();
        double[] numbers = column.numbers();
        int[] counts = new int[column.levels()];
        double[] present = new double[numbers == null ? 0 : codes.length];
        int found = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                counts[codes[row]]++;
            } else if (numbers != null) {
                present[found++] = numbers[row];
            }
        }
        present = Arrays.copyOf(present, found);
        NumberBins bins = found == 0 ? null : NumberBins.of(present, MOST_BINS, SMALLEST_BIN);
        return new Parts(counts, bins, codes.length);
    }

    /** What each row falls into: its level, or behind all levels the bin of its number. */
    int[] of(int[] codes, double @Nullable [] numbers) {
        int[] kinds = codes.clone();
        for (int row = 0; row < kinds.length && bins != null && numbers != null; row++) {
            Interruption.checkAt(row);
            if (codes[row] == ModelColumn.NUMBER) {
                kinds[row] = counts.length + bins.bin(numbers[row]);
            }
        }
        return kinds;
    }

    /** Where {@link #of(int[], double[])} counts what a part of a distribution holds. */
    int kind(int held) {
        return held >= 0 ? held : counts.length - 1 - held;
    }

    /** Levels, the most frequent first, before the numbers. */
    Marginal byFrequency() {
        List<Integer> levels = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt(level -> -counts[level]))
                .toList();
        return ordered(levels, List.of());
    }

    /** Levels in these orders before and after the numbers. */
    Marginal ordered(List<Integer> before, List<Integer> after) {
        List<Integer> all = new ArrayList<>(before);
        for (int bin = 0; bins != null && bin < bins.size(); bin++) {
            all.add(-1 - bin);
        }
        all.addAll(after);
        int[] order = all.stream().mapToInt(Integer::intValue).toArray();
        double[] upTo = new double[order.length];
        double sum = 0;
        for (int part = 0; part < order.length; part++) {
            sum += order[part] >= 0 || bins == null ? counts[order[part]] : bins.count(-1 - order[part]);
            upTo[part] = sum / rows;
        }
        return new Marginal(order, upTo, bins);
    }
}
