package io.verisim.synthesizer.model.gan.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every gradient that is written by hand is the slope of its loss. */
class GradientsTest {

    private static final int BATCH = 12;

    /** Few, so that hardly any rectifier switches within a step: there the penalty jumps. */
    private static final int PACKS = 2;

    private static final double CLOSE = 0.01;

    /** Where rectifiers switch within a step, the loss has a kink. */
    private static final double CLOSE_WITH_KINKS = 0.03;

    private final Parallel alone = Parallel.alone();
    private RandomGenerator random = RandomStreams.of(1).generator();

    @BeforeEach
    void begin() {
        random = RandomStreams.of(1).generator();
    }

    @Test
    void ofTheGeneratorWithItsNormsAndResidualLayers() {
        Generator generator = new Generator(5, 8, 6, random);
        generator.parameters().forEach(this::disturb);
        Generator.Pass pass = generator.pass(BATCH);
        fill(pass.rows(), pass.inputOffset());
        float[][] weights = matrix(BATCH, 6);
        generator.forward(alone, pass);
        generator.backward(alone, pass, weights);
        FiniteDifferences.check(
                generator.parameters(),
                () -> {
                    generator.forward(alone, pass);
                    return sum(pass.logits(), weights);
                },
                CLOSE_WITH_KINKS);
    }

    @Test
    void ofTheCriticWithItsPenaltyAndDropout() {
        Critic critic = new Critic(7, 9, random);
        critic.parameters().forEach(this::disturb);
        Critic.Pass pass = critic.pass(3 * PACKS);
        float[][] x = matrix(3 * PACKS, 7);
        criticLoss(critic, pass, x, 10);
        FiniteDifferences.check(critic.parameters(), () -> criticLoss(critic, pass, x, 10), CLOSE);
    }

    @Test
    void ofTheCriticWithoutPenalty() {
        Critic critic = new Critic(7, 9, random);
        Critic.Pass pass = critic.pass(3 * PACKS);
        float[][] x = matrix(3 * PACKS, 7);
        criticLoss(critic, pass, x, 0);
        FiniteDifferences.check(critic.parameters(), () -> criticLoss(critic, pass, x, 0), CLOSE);
    }

    @Test
    void ofTheCriticInItsInputs() {
        Critic critic = new Critic(7, 9, random);
        Critic.Pass pass = critic.pass(PACKS);
        fill(pass.inputs(), 0);
        critic.forward(alone, pass, dropout());
        float[][] gradient = critic.inputGradient(alone, pass, -1);
        for (int direction = 0; direction < 6; direction++) {
            FiniteDifferences.slope(
                    "inputs",
                    pass.inputs(),
                    gradient,
                    () -> {
                        critic.forward(alone, pass, dropout());
                        return -mean(pass.values(), 0, PACKS);
                    },
                    CLOSE_WITH_KINKS,
                    random);
        }
    }

    @Test
    void thePenaltyHoldsTheLengthOfTheInputGradientAtOne() {
        Critic critic = new Critic(7, 9, random);
        Critic.Pass three = critic.pass(3);
        fill(three.inputs(), 0);
        Critic.Pass one = critic.pass(1);
        one.inputs()[0] = three.inputs()[2].clone();
        critic.forward(alone, one, Dropout.none());
        float[] gradient = critic.inputGradient(alone, one, 1)[0];
        double square = 0;
        for (float g : gradient) {
            square += g * g;
        }
        critic.forward(alone, three, Dropout.none());
        double penalty = critic.backward(alone, three, 10);
        assertThat(penalty)
                .isCloseTo(10 * (Math.sqrt(square) - 1) * (Math.sqrt(square) - 1), Percentage.withPercentage(0.01));
    }

    @Test
    void ofChoicesAndPlaces() {
        Heads heads = new Heads(List.of(new Heads.Head(0, 1, 4), new Heads.Head(-1, 4, 6)));
        float[][] logits = matrix(BATCH, 6);
        float[][] weights = matrix(BATCH, 6);
        float[][] values = new float[BATCH][6];
        float[][] gradient = new float[BATCH][6];
        heads.activate(alone, logits, values, new Noise(RandomStreams.of(3)));
        heads.backward(alone, values, weights, gradient);
        for (int direction = 0; direction < 6; direction++) {
            FiniteDifferences.slope(
                    "logits",
                    logits,
                    gradient,
                    () -> {
                        heads.activate(alone, logits, values, new Noise(RandomStreams.of(3)));
                        return sum(values, weights);
                    },
                    CLOSE,
                    random);
        }
    }

    @Test
    void ofTheCrossEntropyOfWhatIsAskedFor() {
        Heads heads = new Heads(List.of(new Heads.Head(-1, 0, 2), new Heads.Head(-1, 2, 7)));
        float[][] logits = matrix(1, 7);
        float[][] gradient = new float[1][7];
        heads.crossEntropy(logits[0], 1, 3, 0.5f, gradient[0]);
        for (int direction = 0; direction < 6; direction++) {
            FiniteDifferences.slope(
                    "logits",
                    logits,
                    gradient,
                    () -> 0.5 * heads.crossEntropy(logits[0], 1, 3, 1, new float[7]),
                    CLOSE,
                    random);
        }
    }

    private double criticLoss(Critic critic, Critic.Pass pass, float[][] x, float lambda) {
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, pass.inputs()[i], 0, x[i].length);
        }
        critic.forward(alone, pass, dropout());
        double distance = mean(pass.values(), 0, PACKS) - mean(pass.values(), PACKS, 2 * PACKS);
        return distance + critic.backward(alone, pass, lambda);
    }

    /** The same draws every time. */
    private static Dropout dropout() {
        return Dropout.half(RandomStreams.of(8).generator());
    }

    /** Larger weights than those of a fresh layer, so that gradients are far from zero. */
    private void disturb(Parameter parameter) {
        for (float[] row : parameter.value()) {
            for (int j = 0; j < row.length; j++) {
                row[j] += 0.3f * (float) random.nextGaussian();
            }
        }
    }

    private void fill(float[][] matrix, int offset) {
        for (float[] row : matrix) {
            for (int j = offset; j < row.length; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
    }

    private float[][] matrix(int rows, int columns) {
        float[][] matrix = new float[rows][columns];
        fill(matrix, 0);
        return matrix;
    }

    private static double sum(float[][] values, float[][] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                sum += (double) values[i][j] * weights[i][j];
            }
        }
        return sum;
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
