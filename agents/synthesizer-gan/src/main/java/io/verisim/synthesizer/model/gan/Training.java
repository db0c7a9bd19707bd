package io.verisim.synthesizer.model.gan;

import io.verisim.numerics.Interruption;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.TrainingCurve.Epoch;
import io.verisim.synthesizer.model.gan.coding.CodedRows;
import io.verisim.synthesizer.model.gan.coding.Conditions;
import io.verisim.synthesizer.model.gan.coding.TableCoding;
import io.verisim.synthesizer.model.gan.network.Adam;
import io.verisim.synthesizer.model.gan.network.Critic;
import io.verisim.synthesizer.model.gan.network.Dropout;
import io.verisim.synthesizer.model.gan.network.Generator;
import io.verisim.synthesizer.model.gan.network.Parallel;

/** A generator and its critic, trained against each other round by round. */
final class Training {

    private static final float PENALTY = 10;
    private static final float BETA1 = 0.5f;
    private static final float BETA2 = 0.9f;
    private static final float WEIGHT_DECAY = 1e-6f;
    private static final float MOST_MEMORY = 0.999f;

    private final GanSettings settings;
    private final Parallel parallel;
    private final Generator generator;
    private final Generator average;
    private final Critic critic;
    private final Adam generatorAdam;
    private final Adam criticAdam;
    private final Batch batch;
    private final Dropout dropout;
    private final Critic.Pass criticPass;
    private final Critic.Pass judgement;
    private long step;

    Training(
            TableCoding coding,
            Conditions conditions,
            CodedRows rows,
            GanSettings settings,
            Parallel parallel,
            RandomStreams streams) {
        this.settings = settings;
        this.parallel = parallel;
        int inputs = settings.noise() + conditions.width();
        generator = new Generator(
                inputs,
                settings.hidden(),
                coding.width(),
                streams.with("generator").generator());
        average = new Generator(
                inputs,
                settings.hidden(),
                coding.width(),
                streams.with("generator").generator());
        batch = new Batch(coding, conditions, rows, generator, settings, streams.with("batch"));
        critic = new Critic(
                batch.width() * settings.pack(),
                settings.hidden(),
                streams.with("critic").generator());
        dropout = Dropout.half(streams.with("dropout").generator());
        int packs = settings.batch() / settings.pack();
        criticPass = critic.pass(3 * packs);
        judgement = critic.pass(packs);
        generatorAdam = new Adam(
                new Adam.Settings((float) settings.generatorRate(), BETA1, BETA2, WEIGHT_DECAY),
                generator.parameters());
        criticAdam = new Adam(new Adam.Settings((float) settings.criticRate(), BETA1, BETA2, 0), critic.parameters());
    }

    /** The generator with the mean of its weights over the last rounds. */
    Generator average() {
        return average;
    }

    /**
     * One round.
     *
     * @param steps steps of the generator
     * @return its losses, without a score
     */
    Epoch epoch(int number, int steps) {
        double generatorLoss = 0;
        double criticLoss = 0;
        double distance = 0;
        for (int s = 0; s < steps; s++) {
            Interruption.check();
            for (int c = 0; c < settings.criticSteps(); c++) {
                double[] losses = criticStep();
                criticLoss += losses[0] / settings.criticSteps();
                distance += losses[1] / settings.criticSteps();
            }
            generatorLoss += generatorStep();
        }
        return new Epoch(number, generatorLoss / steps, criticLoss / steps, distance / steps, 0);
    }

    /** The critic's loss, and the distance that it estimates. */
    private double[] criticStep() {
        int packs = judgement.values().length;
        batch.make(parallel, generator);
        batch.writeMade(criticPass.inputs());
        batch.writeReal(criticPass.inputs(), packs);
        batch.writeBetween(criticPass.inputs());
        critic.forward(parallel, criticPass, dropout);
        double distance = mean(criticPass.values(), packs, 2 * packs) - mean(criticPass.values(), 0, packs);
        double penalty = critic.backward(parallel, criticPass, PENALTY);
        criticAdam.step(parallel);
        return new double[] {penalty - distance, distance};
    }

    private double generatorStep() {
        batch.make(parallel, generator);
        batch.writeMade(judgement.inputs());
        critic.forward(parallel, judgement, dropout);
        float[][] packGradient = critic.inputGradient(parallel, judgement, -1);
        float[][] made = batch.made();
        int width = made[0].length;
        float[][] valueGradient = new float[made.length][width];
        for (int row = 0; row < made.length; row++) {
            int at = row % settings.pack() * batch.width();
            System.arraycopy(packGradient[row / settings.pack()], at, valueGradient[row], 0, width);
        }
        float[][] logitGradient = new float[made.length][width];
        batch.heads().backward(parallel, made, valueGradient, logitGradient);
        double asked = batch.asked(logitGradient);
        generator.backward(parallel, batch.pass(), logitGradient);
        generatorAdam.step(parallel);
        step++;
        average.approach(generator, 1 - Math.min(MOST_MEMORY, (1f + step) / (10f + step)));
        return asked - mean(judgement.values(), 0, judgement.values().length);
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
