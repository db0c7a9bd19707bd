package io.verisim.synthesizer.model.gan.coding;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The conditional vector: one of the columns without numbers, each as often as the others, and one of its choices. In
 * training a choice is drawn in proportion to log(1 + count), so that rare ones are seen too; in sampling in proportion
 * to its count.
 */
public final class Conditions {

    private final int[] columns;
    private final int[] offsets;
    private final double[][] byCount;
    private final double[][] byLogarithm;

    private Conditions(int[] columns, double[][] byCount, double[][] byLogarithm) {
        this.columns = columns;
        this.byCount = byCount;
        this.byLogarithm = byLogarithm;
        offsets = new int[columns.length + 1];
        for (int c = 0; c < columns.length; c++) {
            offsets[c + 1] = offsets[c] + byCount[c].length;
        }
    }

    /** Counts the choices of rows. */
    public static Conditions of(TableCoding coding, CodedRows rows) {
        int[] columns = coding.conditional();
        double[][] byCount = new double[columns.length][];
        double[][] byLogarithm = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            double[] counts = new double[coding.choices(columns[c])];
            for (int choice : rows.choice(columns[c])) {
                counts[choice]++;
            }
            byCount[c] = upTo(counts);
            byLogarithm[c] = upTo(Arrays.stream(counts).map(StrictMath::log1p).toArray());
        }
        return new Conditions(columns, byCount, byLogarithm);
    }

    private static double[] upTo(double[] weights) {
        double[] upTo = weights.clone();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        return upTo;
    }

    /** Columns that can be asked for. */
    public int count() {
        return columns.length;
    }

    /** Values of the vector; 0 where nothing can be asked for. */
    public int width() {
        return offsets[columns.length];
    }

    /** The table's column of a conditional one. */
    public int column(int conditional) {
        return columns[conditional];
    }

    /**
     * Draws what is asked for.
     *
     * @param training whether in proportion to logarithms of counts
     * @return the conditional column and its choice as one position of the vector; -1 where nothing can be asked for
     */
    public int draw(boolean training, RandomGenerator random) {
        if (columns.length == 0) {
            return -1;
        }
        int c = random.nextInt(columns.length);
        double[] upTo = training ? byLogarithm[c] : byCount[c];
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, at);
        int choice = found >= 0 ? found + 1 : -found - 1;
        while (choice < upTo.length && choice > 0 && upTo[choice] == upTo[choice - 1]) {
            choice++;
        }
        return offsets[c] + Math.min(choice, upTo.length - 1);
    }

    /** The conditional column of a position. */
    public int conditional(int position) {
        int found = Arrays.binarySearch(offsets, position);
        return found >= 0 ? found : -found - 2;
    }

    /** The choice of a position. */
    public int choice(int position) {
        return position - offsets[conditional(position)];
    }

    /** Writes the vector of a position: a one there, zeros elsewhere. */
    public void write(int position, float[] to, int offset) {
        Arrays.fill(to, offset, offset + width(), 0);
        if (position >= 0) {
            to[offset + position] = 1;
        }
    }

    public void write(DataOutput out) throws IOException {
        Codec.writeInts(out, columns);
        for (double[] upTo : byCount) {
            Codec.writeDoubles(out, upTo);
        }
    }

    /** Reads what was written; draws as in sampling only. */
    public static Conditions read(DataInput in) throws IOException {
        int[] columns = Codec.readInts(in);
        double[][] byCount = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            byCount[c] = Codec.readDoubles(in);
        }
        return new Conditions(columns, byCount, byCount);
    }
}
