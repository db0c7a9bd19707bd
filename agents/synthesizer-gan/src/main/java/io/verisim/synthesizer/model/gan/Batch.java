package io.verisim.synthesizer.model.gan;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.gan.coding.CodedRows;
import io.verisim.synthesizer.model.gan.coding.Conditions;
import io.verisim.synthesizer.model.gan.coding.RowIndex;
import io.verisim.synthesizer.model.gan.coding.TableCoding;
import io.verisim.synthesizer.model.gan.network.Generator;
import io.verisim.synthesizer.model.gan.network.Heads;
import io.verisim.synthesizer.model.gan.network.Noise;
import io.verisim.synthesizer.model.gan.network.Parallel;
import java.util.random.RandomGenerator;

/** Makes and draws the rows of one training step: what is asked for, rows that the generator makes, and real ones. */
final class Batch {

    private final TableCoding coding;
    private final Conditions conditions;
    private final CodedRows rows;
    private final RowIndex index;
    private final Heads heads;
    private final int noise;
    private final RandomGenerator random;
    private final Noise lanes;

    private final int[] positions;
    private final Generator.Pass pass;
    private final float[][] made;

    Batch(
            TableCoding coding,
            Conditions conditions,
            CodedRows rows,
            Generator generator,
            GanSettings settings,
            RandomStreams streams) {
        this.coding = coding;
        this.conditions = conditions;
        this.rows = rows;
        noise = settings.noise();
        index = new RowIndex(coding, conditions, rows);
        heads = new Heads(coding.heads());
        random = streams.with("choice").generator();
        lanes = new Noise(streams.with("noise"));
        positions = new int[settings.batch()];
        pass = generator.pass(settings.batch());
        made = new float[settings.batch()][coding.width()];
    }

    Generator.Pass pass() {
        return pass;
    }

    Heads heads() {
        return heads;
    }

    /** What the generator made last. */
    float[][] made() {
        return made;
    }

    /** Values of a row with what is asked for. */
    int width() {
        return coding.width() + conditions.width();
    }

    /** Draws conditions and noise, and lets the generator make rows of them. */
    void make(Parallel parallel, Generator generator) {
        for (int row = 0; row < positions.length; row++) {
            positions[row] = conditions.draw(true, random);
            conditions.write(positions[row], pass.rows()[row], pass.inputOffset() + noise);
        }
        lanes.rows(parallel, positions.length, (lane, from, to) -> {
            for (int row = from; row < to; row++) {
                for (int k = 0; k < noise; k++) {
                    pass.rows()[row][pass.inputOffset() + k] = (float) lane.nextGaussian();
                }
            }
        });
        generator.forward(parallel, pass);
        heads.activate(parallel, pass.logits(), made, lanes);
    }

    /** Writes the made rows with their conditions into packs, from the first on. */
    void writeMade(float[][] packs) {
        int pack = packs[0].length / width();
        for (int row = 0; row < positions.length; row++) {
            int at = row % pack * width();
            System.arraycopy(made[row], 0, packs[row / pack], at, coding.width());
            conditions.write(positions[row], packs[row / pack], at + coding.width());
        }
    }

    /** Draws as many real rows that have what was asked for, in another order, and writes them from a pack on. */
    void writeReal(float[][] packs, int firstPack) {
        int pack = packs[0].length / width();
        int[] shuffled = positions.clone();
        for (int row = shuffled.length - 1; row >= 0; row--) {
            int other = random.nextInt(row + 1);
            int position = shuffled[other];
            shuffled[other] = shuffled[row];
            float[] to = packs[firstPack + row / pack];
            int at = row % pack * width();
            rows.write(index.draw(position, random), coding.heads(), to, at);
            conditions.write(position, to, at + coding.width());
        }
    }

    /** Writes points between the packs of the first third and those of the second into the last. */
    void writeBetween(float[][] packs) {
        int n = packs.length / 3;
        for (int i = 0; i < n; i++) {
            float share = random.nextFloat();
            float[] fake = packs[i];
            float[] real = packs[n + i];
            float[] between = packs[2 * n + i];
            for (int j = 0; j < between.length; j++) {
                between[j] = share * real[j] + (1 - share) * fake[j];
            }
        }
    }

    /** Adds the gradient of the mean cross-entropy of what was asked for, which is returned. */
    double asked(float[][] logitGradient) {
        double sum = 0;
        for (int row = 0; row < positions.length && conditions.count() > 0; row++) {
            int column = conditions.column(conditions.conditional(positions[row]));
            sum += heads.crossEntropy(
                    pass.logits()[row],
                    column,
                    conditions.choice(positions[row]),
                    1f / positions.length,
                    logitGradient[row]);
        }
        return sum / positions.length;
    }
}
