package io.verisim.synthesizer.model.gan;

import io.verisim.numerics.Interruption;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainedFit;
import io.verisim.synthesizer.model.TrainingCurve;
import io.verisim.synthesizer.model.gan.coding.CodedRows;
import io.verisim.synthesizer.model.gan.coding.Conditions;
import io.verisim.synthesizer.model.gan.coding.TableCoding;
import io.verisim.synthesizer.model.gan.network.Generator;
import io.verisim.synthesizer.model.gan.network.Parallel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The fitted model.
 *
 * @param coding what the generator's values mean
 * @param conditions what is asked for
 * @param generator its norms are frozen
 * @param noise random numbers of a row
 * @param curve how it was trained
 */
record FittedGan(TableCoding coding, Conditions conditions, Generator generator, int noise, TrainingCurve curve)
        implements TrainedFit {

    /** Rows made at once. */
    private static final int ROWS = 256;

    @Override
    public void sample(SampleBlock block, RandomGenerator random) {
        if (block.columns() == 0) {
            return;
        }
        Drawing drawing = new Drawing(coding, conditions, generator, noise, ROWS);
        Parallel alone = Parallel.alone();
        for (int first = 0; first < block.rows(); first += ROWS) {
            Interruption.check();
            CodedRows rows = drawing.draw(alone, random);
            coding.fill(block, first, rows, Math.min(ROWS, block.rows() - first), random);
        }
    }

    FittedGan withCurve(TrainingCurve other) {
        return new FittedGan(coding, conditions, generator, noise, other);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        coding.write(out);
        conditions.write(out);
        generator.write(out);
        out.writeInt(noise);
        out.writeInt(curve.epochs().size());
        for (TrainingCurve.Epoch epoch : curve.epochs()) {
            out.writeInt(epoch.epoch());
            out.writeDouble(epoch.generator());
            out.writeDouble(epoch.critic());
            out.writeDouble(epoch.wasserstein());
            out.writeDouble(epoch.heldOut());
        }
        out.writeInt(curve.kept());
        out.writeInt(curve.heldOutRows());
        out.writeBoolean(curve.stoppedEarly());
    }

    static FittedGan read(DataInput in) throws IOException {
        TableCoding coding = TableCoding.read(in);
        Conditions conditions = Conditions.read(in);
        Generator generator = Generator.read(in, RandomStreams.of(0).generator());
        int noise = in.readInt();
        List<TrainingCurve.Epoch> epochs = new ArrayList<>();
        for (int count = Codec.readCount(in); count > 0; count--) {
            epochs.add(new TrainingCurve.Epoch(
                    in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        TrainingCurve curve = new TrainingCurve(epochs, in.readInt(), in.readInt(), in.readBoolean());
        return new FittedGan(coding, conditions, generator, noise, curve);
    }
}
