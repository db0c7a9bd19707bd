package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The columns as a tree, and the distribution of each one's groups given its parent's.
 *
 * @param order columns, parents first
 * @param parent by column; −1 for the root
 * @param upTo by column: for each group of the parent, shares of the column's groups, cumulated, ending at 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Tree(int[] order, int[] parent, double[][] upTo) {

    /**
     * Hangs the columns on the first.
     *
     * @param pairs edges of a tree over all columns
     * @param shares of each pair, by the group of its first column, then of its other
     */
    static Tree of(List<Cells> columns, List<Pair> pairs, List<double[]> shares) {
        int size = columns.size();
        int[] order = new int[size];
        int[] parent = new int[size];
        double[][] upTo = new double[size][];
        java.util.Arrays.fill(parent, -2);
        for (int done = 0; done < size; done++) {
            if (done == 0) {
                parent[0] = -1;
                upTo[0] = cumulated(
                        columns.getFirst().mass().clone(), columns.getFirst().groups());
                continue;
            }
            for (int p = 0; p < pairs.size(); p++) {
                Pair pair = pairs.get(p);
                boolean down = parent[pair.one()] != -2;
                if (down == (parent[pair.other()] != -2)) {
                    continue;
                }
                int child = down ? pair.other() : pair.one();
                int width = columns.get(child).groups();
                parent[child] = down ? pair.one() : pair.other();
                upTo[child] = cumulated(down ? shares.get(p).clone() : transposed(shares.get(p), width), width);
                order[done] = child;
                break;
            }
        }
        return new Tree(order, parent, upTo);
    }

    private static double[] transposed(double[] shares, int rows) {
        int columns = shares.length / rows;
        double[] transposed = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            transposed[i % columns * rows + i / columns] = shares[i];
        }
        return transposed;
    }

    /** Each run of so many shares cumulated, to end at 1. */
    private static double[] cumulated(double[] shares, int width) {
        for (int from = 0; from < shares.length; from += width) {
            for (int i = from + 1; i < from + width; i++) {
                shares[i] += shares[i - 1];
            }
            double total = shares[from + width - 1];
            for (int i = from; i < from + width; i++) {
                shares[i] = total > 0 ? shares[i] / total : (i - from + 1.0) / width;
            }
        }
        return shares;
    }

    /** The group of a column in a row, where those of its ancestors are drawn. */
    int draw(int column, int[] groups, int width, RandomGenerator random) {
        int from = parent[column] < 0 ? 0 : groups[parent[column]] * width;
        return draw(upTo[column], from, from + width, random) - from;
    }

    /** A place in a run of cumulated shares that ends at 1. */
    static int draw(double[] upTo, int from, int to, RandomGenerator random) {
        double draw = random.nextDouble();
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (draw < upTo[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, order);
        Codec.writeInts(out, parent);
        for (double[] shares : upTo) {
            Codec.writeDoubles(out, shares);
        }
    }

    static Tree read(DataInput in) throws IOException {
        int[] order = Codec.readInts(in);
        int[] parent = Codec.readInts(in);
        double[][] upTo = new double[order.length][];
        for (int column = 0; column < upTo.length; column++) {
            upTo[column] = Codec.readDoubles(in);
        }
        return new Tree(order, parent, upTo);
    }
}
