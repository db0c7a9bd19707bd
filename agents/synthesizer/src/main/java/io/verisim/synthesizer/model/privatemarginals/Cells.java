package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.ModelColumn;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * The distribution of one column over its levels, frequent numbers and intervals, in cells; and the groups of cells by
 * which it goes together with other columns. Inside a group the cells are independent of other columns.
 *
 * @param codes the code that is drawn; {@link ModelColumn#NUMBER} for numbers
 * @param low least number of the cell
 * @param high end of the cell; the number itself for a frequent one
 * @param group of each cell, from 0
 * @param upTo share of the first cells of a group among all of the group, cumulated; ends at 1 in each
 * @param mass share of each group among all
 * @param step numbers are multiples of it; 0 where that is not known
 */
@SuppressWarnings("ArrayRecordComponent")
record Cells(int[] codes, double[] low, double[] high, int[] group, double[] upTo, double[] mass, double step) {

    int groups() {
        return mass.length;
    }

    /** First cell of each group, and the end; cells of a group stand together. */
    int[] starts() {
        int[] starts = new int[groups() + 1];
        for (int of : group) {
            starts[of + 1]++;
        }
        for (int g = 0; g < groups(); g++) {
            starts[g + 1] += starts[g];
        }
        return starts;
    }

    /** A cell of a group. */
    int cell(int[] starts, int ofGroup, RandomGenerator random) {
        int from = starts[ofGroup];
        int to = starts[ofGroup + 1];
        return to - from == 1 ? from : Tree.draw(upTo, from, to, random);
    }

    /** A number of a cell: one of its multiples of the step, or any. */
    double number(int cell, RandomGenerator random) {
        double from = low[cell];
        double width = high[cell] - from;
        if (width == 0) {
            return from;
        }
        if (step == 0 || width < step) {
            return from + width * random.nextDouble();
        }
        double first = Math.ceil(from / step);
        double count = Math.max(1, Math.ceil(high[cell] / step) - first);
        return (first + Math.floor(count * random.nextDouble())) * step;
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, codes);
        Codec.writeDoubles(out, low);
        Codec.writeDoubles(out, high);
        Codec.writeInts(out, group);
        Codec.writeDoubles(out, upTo);
        Codec.writeDoubles(out, mass);
        out.writeDouble(step);
    }

    static Cells read(DataInput in) throws IOException {
        return new Cells(
                Codec.readInts(in),
                Codec.readDoubles(in),
                Codec.readDoubles(in),
                Codec.readInts(in),
                Codec.readDoubles(in),
                Codec.readDoubles(in),
                in.readDouble());
    }
}
