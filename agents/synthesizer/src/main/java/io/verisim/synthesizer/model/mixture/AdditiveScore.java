package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A sum of effects of other columns, one for each of their groups, and where its classes end. A tree that may look at it
 * sees at one glance what many columns say together, each little by itself.
 *
 * @param columns that have an effect
 * @param effects by column and group
 * @param ends of the classes but the last, in ascending order
 */
@SuppressWarnings("ArrayRecordComponent")
record AdditiveScore(int[] columns, float[][] effects, float[] ends) {

    float of(byte[][] groups, int row) {
        float sum = 0;
        for (int c = 0; c < columns.length; c++) {
            sum += effects[c][groups[columns[c]][row]];
        }
        return sum;
    }

    /** The classes of the first rows, column by column, for that is how groups lie in memory. */
    void classes(byte[][] groups, int rows, byte[] result) {
        float[] sums = new float[rows];
        for (int c = 0; c < columns.length; c++) {
            byte[] group = groups[columns[c]];
            float[] effect = effects[c];
            for (int row = 0; row < rows; row++) {
                sums[row] += effect[group[row]];
            }
        }
        for (int row = 0; row < rows; row++) {
            result[row] = classOf(sums[row]);
        }
    }

    /** The first class that ends there or beyond. */
    byte classOf(float score) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (byte) low;
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, columns);
        for (float[] effect : effects) {
            Codec.writeFloats(out, effect);
        }
        Codec.writeFloats(out, ends);
    }

    static AdditiveScore read(DataInput in) throws IOException {
        int[] columns = Codec.readInts(in);
        float[][] effects = new float[columns.length][];
        for (int c = 0; c < effects.length; c++) {
            effects[c] = Codec.readFloats(in);
        }
        return new AdditiveScore(columns, effects, Codec.readFloats(in));
    }
}
