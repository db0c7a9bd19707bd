package io.verisim.synthesizer.model.gan;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.TrainingCurve;
import io.verisim.synthesizer.model.gan.coding.CodedRows;
import io.verisim.synthesizer.model.gan.coding.Conditions;
import io.verisim.synthesizer.model.gan.coding.TableCoding;
import io.verisim.synthesizer.model.gan.network.Generator;
import io.verisim.synthesizer.model.gan.network.Heads;
import io.verisim.synthesizer.model.gan.network.Heads.Head;
import io.verisim.synthesizer.model.gan.network.Parallel;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes a model of a trained generator. Its norms are frozen at those of one large batch. Where calibration is wanted,
 * the biases of its last layer are changed until each choice is made as often as it is in the source (iterative
 * proportional fitting of the logits), and numbers take their ranks among those that it makes.
 */
final class Finishing {

    private static final int ROWS = 4_096;
    private static final int ROUNDS = 12;
    private static final double LEAST = 1e-6;
    private static final TrainingCurve NONE = new TrainingCurve(List.of(), 0, 0, false);

    private final TableCoding coding;
    private final Conditions conditions;
    private final double[] shares;
    private final GanSettings settings;
    private final RandomStreams streams;

    Finishing(
            TableCoding coding, Conditions conditions, CodedRows source, GanSettings settings, RandomStreams streams) {
        this.coding = coding;
        this.conditions = conditions;
        this.settings = settings;
        this.streams = streams;
        shares = new double[coding.width()];
        for (int j = 0; j < coding.heads().size(); j++) {
            for (int choice : source.choice(j)) {
                shares[coding.heads().get(j).from() + choice] += 1.0 / source.size();
            }
        }
    }

    /** A model of a copy of the generator. */
    FittedGan finish(Parallel parallel, Generator trained) {
        RandomGenerator random = streams.generator();
        Generator generator = untrained();
        generator.copyFrom(trained);
        Drawing drawing = new Drawing(coding, conditions, generator, settings.noise(), ROWS);
        Generator.Pass pass = drawing.inputs(random);
        generator.forward(parallel, pass);
        if (!settings.calibrate()) {
            return new FittedGan(coding, conditions, generator, settings.noise(), NONE);
        }
        float[] shift = shift(parallel, pass.logits());
        for (int j = 0; j < shift.length; j++) {
            generator.outputBias()[j] += shift[j];
            for (float[] logit : pass.logits()) {
                logit[j] += shift[j];
            }
        }
        TableCoding calibrated = coding.calibrated(drawing.choose(random));
        return new FittedGan(calibrated, conditions, generator, settings.noise(), NONE);
    }

    /** A generator of the right shape. */
    Generator untrained() {
        int inputs = settings.noise() + conditions.width();
        return new Generator(
                inputs,
                settings.hidden(),
                coding.width(),
                streams.with("untrained").generator());
    }

    private float[] shift(Parallel parallel, float[][] logits) {
        float[] shift = new float[coding.width()];
        List<Head> heads = coding.heads();
        parallel.rows(heads.size(), (from, to) -> {
            for (int j = from; j < to; j++) {
                for (int round = 0; round < ROUNDS; round++) {
                    improve(logits, heads.get(j), shift);
                }
            }
        });
        return shift;
    }

    private void improve(float[][] logits, Head head, float[] shift) {
        int size = head.to() - head.from();
        float[] shifted = new float[size];
        double[] mean = new double[size];
        for (float[] logit : logits) {
            for (int s = 0; s < size; s++) {
                shifted[s] = logit[head.from() + s] + shift[head.from() + s];
            }
            Heads.softmax(shifted, shifted, 0, size);
            for (int s = 0; s < size; s++) {
                mean[s] += shifted[s];
            }
        }
        for (int s = 0; s < size; s++) {
            double wanted = Math.max(LEAST, shares[head.from() + s]);
            double made = Math.max(LEAST, mean[s] / logits.length);
            shift[head.from() + s] += (float) StrictMath.log(wanted / made);
        }
    }
}
