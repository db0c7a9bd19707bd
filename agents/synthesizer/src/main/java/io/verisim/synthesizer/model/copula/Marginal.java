package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Normal;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.marginal.Habit;
import io.verisim.synthesizer.marginal.NumberBins;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of one column: its levels, the most frequent first, then the bins of its numbers in order.
 *
 * @param order levels in the order in which they are laid on the unit interval
 * @param upTo end of the part of each level, then of each bin
 * @param bins bins of the numbers; null where there are none
 * @param habit how numbers are rounded
 */
@SuppressWarnings("ArrayRecordComponent")
record Marginal(int[] order, double[] upTo, @Nullable NumberBins bins, Habit habit) {

    private static final int MOST_BINS = 256;
    private static final int SMALLEST_BIN = 25;

    static Marginal of(ModelColumn column) {
        int[] codes = column.codes();
        double[] numbers = column.numbers();
        double[] present = numbers == null
                ? new double[0]
                : IntStream.range(0, codes.length)
                        .filter(row -> codes[row] == ModelColumn.NUMBER)
                        .mapToDouble(row -> numbers[row])
                        .toArray();
        NumberBins bins = present.length == 0 ? null : NumberBins.of(present, MOST_BINS, SMALLEST_BIN);
        int[] counts = new int[column.levels()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        int[] order = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt(level -> -counts[level]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] upTo = new double[counts.length + (bins == null ? 0 : bins.size())];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += i < counts.length ? counts[order[i]] : bins == null ? 0 : bins.count(i - counts.length);
            upTo[i] = sum / codes.length;
        }
        return new Marginal(order, upTo, bins, Habit.of(present));
    }

    /** The normal score of each row. */
    double[] scores(ModelColumn column) {
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        double[] ofPart = new double[upTo.length];
        for (int i = 0; i < ofPart.length; i++) {
            double middle = ((i == 0 ? 0 : upTo[i - 1]) + upTo[i]) / 2;
            ofPart[i] = middle > 0 && middle < 1 ? Normal.quantile(middle) : 0;
        }
        int[] codes = column.codes();
        double[] numbers = column.numbers();
        double[] scores = new double[codes.length];
        for (int row = 0; row < scores.length; row++) {
            boolean number = codes[row] == ModelColumn.NUMBER;
            scores[row] = number && numbers != null && bins != null
                    ? ofPart[order.length + bins.bin(numbers[row])]
                    : ofPart[place[codes[row]]];
        }
        return scores;
    }

    /** Fills a row with the value at a place of the unit interval. */
    void fill(int column, SampleBlock block, int row, double place, RandomGenerator random) {
        int at = Arrays.binarySearch(upTo, place);
        int part = Math.min(at >= 0 ? at + 1 : -at - 1, upTo.length - 1);
        if (part < order.length || bins == null) {
            block.codes(column)[row] = order[part];
        } else {
            block.codes(column)[row] = ModelColumn.NUMBER;
            block.numbers(column)[row] = bins.draw(part - order.length, habit, random);
        }
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, order);
        Codec.writeDoubles(out, upTo);
        out.writeBoolean(bins != null);
        if (bins != null) {
            bins.write(out);
        }
        habit.write(out);
    }

    static Marginal read(DataInput in) throws IOException {
        int[] order = Codec.readInts(in);
        double[] upTo = Codec.readDoubles(in);
        NumberBins bins = in.readBoolean() ? NumberBins.read(in) : null;
        return new Marginal(order, upTo, bins, Habit.read(in));
    }
}
