package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The fitted model.
 *
 * @param classes cumulated probabilities of the hidden classes
 * @param order columns in the order in which they are drawn
 * @param columns how each column is made, by column
 * @param critic refuses some rows; null where all are good enough
 */
@SuppressWarnings("ArrayRecordComponent")
record FittedMixture(
        float[] classes,
        int[] order,
        List<ColumnModel> columns,
        @Nullable Critic critic) implements FittedModel {

    /** Rows drawn at once for the critic, so that memory does not grow with what it refuses. */
    private static final int MOST_CANDIDATES = 8_192;

    private static final int LEAST_CANDIDATES = 16;

    /** From here on every row is taken; so many refusals in a row mean a critic that is wrong. */
    private static final int LAST_ROUND = 60;

    @Override
    public void sample(SampleBlock block, RandomGenerator random) {
        if (critic == null) {
            draw(block, random);
            return;
        }
        int made = 0;
        for (int round = 0; made < block.rows(); round++) {
            int wanted = (int) Math.ceil((block.rows() - made) * critic.most());
            SampleBlock candidates = block.ofRows(Math.clamp(wanted, LEAST_CANDIDATES, MOST_CANDIDATES));
            draw(candidates, random);
            boolean[] accepted = critic.judge(view(candidates), random);
            for (int row = 0; row < accepted.length && made < block.rows(); row++) {
                if (accepted[row] || round >= LAST_ROUND) {
                    block.copyRow(made++, candidates, row);
                }
            }
        }
    }

    /** Fills a block with rows of which none is refused. */
    void draw(SampleBlock block, RandomGenerator random) {
        byte[][] groups = new byte[Features.count(columns.size())][block.rows()];
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

    /** Rows as a critic sees them, by column. */
    byte[][] view(SampleBlock block) {
        byte[][] view = new byte[columns.size()][];
        Arrays.setAll(view, column -> columns.get(column).view(column, block));
        return view;
    }

    FittedMixture with(@Nullable Critic newCritic) {
        return new FittedMixture(classes, order, columns, newCritic);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Codec.writeFloats(out, classes);
        Codec.writeInts(out, order);
        for (ColumnModel column : columns) {
            column.write(out);
        }
        out.writeBoolean(critic != null);
        if (critic != null) {
            critic.write(out);
        }
    }

    static FittedMixture read(DataInput in) throws IOException {
        float[] classes = Codec.readFloats(in);
        int[] order = Codec.readInts(in);
        List<ColumnModel> columns = new ArrayList<>();
        for (int j = 0; j < order.length; j++) {
            columns.add(ColumnModel.read(in));
        }
        Critic critic = in.readBoolean() ? Critic.read(in) : null;
        return new FittedMixture(classes, order, List.copyOf(columns), critic);
    }
}
