package io.verisim.synthesizer.model.gan.network;

import java.util.List;
import java.util.random.RandomGenerator;

/** y = x·W + b, W having a row for each input. */
public final class Linear {

    private final Parameter weights;
    private final Parameter bias;
    private final float[][] transposed;

    /** Weights and biases uniform within 1/√inputs of zero. */
    public Linear(int inputs, int outputs, RandomGenerator random) {
        float limit = (float) (1 / StrictMath.sqrt(Math.max(1, inputs)));
        weights = Parameter.random(inputs, outputs, limit, random);
        bias = Parameter.random(1, outputs, limit, random);
        transposed = new float[outputs][inputs];
    }

    public List<Parameter> parameters() {
        return List.of(weights, bias);
    }

    public float[] bias() {
        return bias.value()[0];
    }

    /** The row of weights of an input or, for a layer with one output, its weight. */
    float[][] weights() {
        return weights.value();
    }

    Parameter weightParameter() {
        return weights;
    }

    Parameter biasParameter() {
        return bias;
    }

    /** The outputs of rows whose inputs begin at an offset. */
    void forward(Parallel parallel, float[][] x, int offset, float[][] y) {
        float[] b = bias();
        parallel.rows(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                System.arraycopy(b, 0, y[i], 0, b.length);
            }
        });
        Products.add(parallel, x, offset, weights.value(), weights.value().length, y, b.length);
    }

    /** Adds to the gradients of weights and biases. */
    void backwardParameters(Parallel parallel, float[][] x, int offset, float[][] dy) {
        Products.addTransposed(parallel, x, offset, dy, weights.gradient());
        addBiasGradient(dy, dy.length);
    }

    /** Adds the first rows of an output's gradient to that of the biases. */
    void addBiasGradient(float[][] dy, int rows) {
        float[] gradient = bias.gradient()[0];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += dy[i][j];
            }
        }
    }

    /** Must be called after weights have changed and before {@link #backwardInputs}. */
    void transpose(Parallel parallel) {
        Products.transpose(parallel, weights.value(), transposed);
    }

    /** The gradient of the first inputs: dx = dy·Wᵀ. */
    void backwardInputs(Parallel parallel, float[][] dy, float[][] dx, int inputs) {
        parallel.rows(dy.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                java.util.Arrays.fill(dx[i], 0, inputs, 0);
            }
        });
        Products.add(parallel, dy, 0, transposed, transposed.length, dx, inputs);
    }
}
