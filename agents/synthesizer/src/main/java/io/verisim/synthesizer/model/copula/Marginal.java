package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Normal;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.marginal.NumberBins;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of one column as parts of the real line under the normal density: its levels and the bins of its
 * numbers, laid side by side in an order, each as wide as it is frequent. Immutable.
 */
final class Marginal {

    /** Cells of the table that tells where to begin to look for a part. */
    private static final int CELLS = 1_024;

    private static final double REACH = 4.5;

    private final int[] order;
    private final double[] upTo;
    private final @Nullable NumberBins bins;

    /** Score at which each part ends; infinite for the last. */
    private final double[] ends;

    private final short[] starts = new short[CELLS];

    /**
     * A distribution.
     *
     * @param order what each part holds: a level, or −1 less a bin
     * @param upTo share of rows in this and the parts before
     */
    Marginal(int[] order, double[] upTo, @Nullable NumberBins bins) {
        this.order = order;
        this.upTo = upTo;
        this.bins = bins;
        ends = new double[upTo.length];
        for (int part = 0; part < ends.length; part++) {
            boolean last = part == ends.length - 1 || upTo[part] >= 1;
            ends[part] = last ? Double.POSITIVE_INFINITY : Normal.quantile(upTo[part]);
        }
        int part = 0;
        for (int cell = 1; cell < CELLS; cell++) {
            double score = (cell * 2.0 / CELLS - 1) * REACH;
            while (part < ends.length - 1 && part < Short.MAX_VALUE && ends[part] < score) {
                part++;
            }
            starts[cell] = (short) part;
        }
    }

    int parts() {
        return order.length;
    }

    int holds(int part) {
        return order[part];
    }

    /** Where a part begins and ends, as scores. */
    double begin(int part) {
        return part == 0 ? Double.NEGATIVE_INFINITY : ends[part - 1];
    }

    double end(int part) {
        return ends[part];
    }

    double share(int part) {
        return upTo[part] - (part == 0 ? 0 : upTo[part - 1]);
    }

    /** The normal score of the middle of a part. */
    double score(int part) {
        double middle = ((part == 0 ? 0 : upTo[part - 1]) + upTo[part]) / 2;
        return middle > 0 && middle < 1 ? Normal.quantile(middle) : 0;
    }

    /** Fills rows with the values at their scores. */
    void fill(int column, SampleBlock block, int from, double[] scores, int count, RandomGenerator random) {
        int[] codes = block.codes(column);
        double[] numbers = block.numbers(column);
        for (int i = 0; i < count; i++) {
            int held = order[part(scores[i])];
            if (held >= 0 || bins == null) {
                codes[from + i] = held;
            } else {
                codes[from + i] = ModelColumn.NUMBER;
                numbers[from + i] = bins.draw(-1 - held, random);
            }
        }
    }

    private int part(double score) {
        double cell = (score + REACH) * (CELLS / (2 * REACH));
        int part = starts[cell <= 0 ? 0 : cell >= CELLS - 1 ? CELLS - 1 : (int) cell];
        while (ends[part] < score) {
            part++;
        }
        return part;
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, order);
        Codec.writeDoubles(out, upTo);
        out.writeBoolean(bins != null);
        if (bins != null) {
            bins.write(out);
        }
    }

    static Marginal read(DataInput in) throws IOException {
        int[] order = Codec.readInts(in);
        double[] upTo = Codec.readDoubles(in);
        NumberBins bins = in.readBoolean() ? NumberBins.read(in) : null;
        return new Marginal(order, upTo, bins);
    }
}
