package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The fitted model.
 *
 * @param classes cumulated probabilities of the hidden classes
 * @param order columns in the order in which they are drawn
 * @param columns how each column is made, by column
 */
@SuppressWarnings("ArrayRecordComponent")
record FittedMixture(float[] classes, int[] order, List<ColumnModel> columns) implements FittedModel {

    @Override
    public void sample(SampleBlock block, RandomGenerator random) {
        byte[][] groups = new byte[columns.size() + 1][block.rows()];
        byte[] hidden = groups[columns.size()];
        for (int row = 0; row < block.rows(); row++) {
            float draw = random.nextFloat();
            while (hidden[row] < classes.length - 1 && draw >= classes[hidden[row]]) {
                hidden[row]++;
            }
        }
        for (int column : order) {
            Interruption.check();
            columns.get(column).fill(column, block, groups, random);
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Codec.writeFloats(out, classes);
        Codec.writeInts(out, order);
        for (ColumnModel column : columns) {
            column.write(out);
        }
    }

    static FittedMixture read(DataInput in) throws IOException {
        float[] classes = Codec.readFloats(in);
        int[] order = Codec.readInts(in);
        List<ColumnModel> columns = new ArrayList<>();
        for (int j = 0; j < order.length; j++) {
            columns.add(ColumnModel.read(in));
        }
        return new FittedMixture(classes, order, List.copyOf(columns));
    }
}
