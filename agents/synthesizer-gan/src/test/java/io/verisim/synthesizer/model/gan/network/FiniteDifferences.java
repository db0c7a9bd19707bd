package io.verisim.synthesizer.model.gan.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;

/** Compares gradients with the change of the loss along random directions, one matrix at a time. */
final class FiniteDifferences {

    private static final float STEP = 1e-3f;

    private FiniteDifferences() {}

    /**
     * Fails where the gradient in a parameter is not the slope of the loss.
     *
     * @param parameters with their gradients
     * @param loss of the parameters as they stand
     * @param tolerance of a slope, as a share of the gradient's length
     */
    static void check(List<Parameter> parameters, DoubleSupplier loss, double tolerance) {
        RandomGenerator random = RandomStreams.of(5).generator();
        List<float[][]> gradients =
                parameters.stream().map(parameter -> copy(parameter.gradient())).toList();
        for (int p = 0; p < parameters.size(); p++) {
            float[][] value = parameters.get(p).value();
            for (int direction = 0; direction < 6; direction++) {
                slope("parameter " + p, value, gradients.get(p), loss, tolerance, random);
            }
        }
    }

    /** The same for one matrix. */
    static void slope(
            String name,
            float[][] value,
            float[][] gradient,
            DoubleSupplier loss,
            double tolerance,
            RandomGenerator random) {
        float[][] before = copy(value);
        float[][] direction = copy(value);
        double square = 0;
        double length = 0;
        for (int i = 0; i < value.length; i++) {
            for (int j = 0; j < value[i].length; j++) {
                direction[i][j] = (float) random.nextGaussian();
                square += direction[i][j] * direction[i][j];
                length += gradient[i][j] * gradient[i][j];
            }
        }
        double wanted = 0;
        float scale = (float) (1 / Math.sqrt(square));
        for (int i = 0; i < value.length; i++) {
            for (int j = 0; j < value[i].length; j++) {
                direction[i][j] *= scale;
                wanted += direction[i][j] * gradient[i][j];
            }
        }
        move(value, before, direction, STEP);
        double above = loss.getAsDouble();
        move(value, before, direction, -STEP);
        double below = loss.getAsDouble();
        move(value, before, direction, 0);
        assertThat((above - below) / (2 * STEP))
                .as("slope of %s", name)
                .isCloseTo(wanted, Offset.offset(tolerance * Math.max(1e-1, Math.sqrt(length))));
    }

    private static void move(float[][] value, float[][] before, float[][] direction, float by) {
        for (int i = 0; i < value.length; i++) {
            for (int j = 0; j < value[i].length; j++) {
                value[i][j] = before[i][j] + by * direction[i][j];
            }
        }
    }

    static float[][] copy(float[][] matrix) {
        return java.util.Arrays.stream(matrix).map(float[]::clone).toArray(float[][]::new);
    }
}
