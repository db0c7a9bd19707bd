package io.verisim.synthesizer.model.gan.network;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The critic f: two layers with leaky rectifier and dropout, then one output, over rows that are packs of samples. It
 * learns mean f(fake) − mean f(real) + λ·mean (‖∂f/∂x‖ − 1)², the penalty at points between (I. Gulrajani et al.,
 * arXiv:1704.00028).
 *
 * <p>The penalty's gradient: with s the slopes of a layer (of rectifier and dropout together, constant almost
 * everywhere), the input gradient is g = v₁W₁ᵀ, v₁ = s₁∘(v₂W₂ᵀ), v₂ = s₂∘w₃, linear in each weight. For r = ∂penalty/∂g =
 * 2λ/n·(‖g‖ − 1)·g/‖g‖ and e₁ = s₁∘(rW₁) the gradients are rᵀv₁ for W₁, e₁ᵀv₂ for W₂ and s₂∘(e₁W₂) for w₃, none for the
 * biases. So the rows of r and e₁ stand where the inputs of further samples would stand, and those of v₁ and v₂ where
 * the gradients of their outputs would.
 */
public final class Critic {

    private static final float LEAK = 0.2f;

    private final Linear first;
    private final Linear second;
    private final Linear last;
    private final int inputs;
    private final int hidden;

    public Critic(int inputs, int hidden, RandomGenerator random) {
        this.inputs = inputs;
        this.hidden = hidden;
        first = new Linear(inputs, hidden, random);
        second = new Linear(hidden, hidden, random);
        last = new Linear(hidden, 1, random);
    }

    /** What a batch of packs needs in memory. */
    public final class Pass {

        private final float[][] x;
        private final float[][] hidden1;
        private final float[][] hidden2;
        private final float[][] slope1;
        private final float[][] slope2;
        private final float[] values;

        private Pass(int packs) {
            x = new float[packs][inputs];
            hidden1 = new float[packs][hidden];
            hidden2 = new float[packs][hidden];
            slope1 = new float[packs][hidden];
            slope2 = new float[packs][hidden];
            values = new float[packs];
        }

        /** The packs; to be filled before a pass. */
        public float[][] inputs() {
            return x;
        }

        /** f of each pack. */
        public float[] values() {
            return values;
        }
    }

    public Pass pass(int packs) {
        return new Pass(packs);
    }

    public List<Parameter> parameters() {
        return Stream.of(first.parameters(), second.parameters(), last.parameters())
                .flatMap(List::stream)
                .toList();
    }

    /** The values of all packs, with dropout as drawn. */
    public void forward(Parallel parallel, Pass pass, Dropout dropout) {
        first.forward(parallel, pass.x, 0, pass.hidden1);
        activate(pass.hidden1, pass.slope1, dropout);
        second.forward(parallel, pass.hidden1, 0, pass.hidden2);
        activate(pass.hidden2, pass.slope2, dropout);
        for (int i = 0; i < pass.values.length; i++) {
            float value = last.bias()[0];
            for (int j = 0; j < hidden; j++) {
                value += pass.hidden2[i][j] * last.weights()[j][0];
            }
            pass.values[i] = value;
        }
    }

    private static void activate(float[][] x, float[][] slope, Dropout dropout) {
        dropout.fill(slope);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                slope[i][j] *= x[i][j] > 0 ? 1 : LEAK;
                x[i][j] *= slope[i][j];
            }
        }
    }

    /**
     * The gradient of the mean of f over all packs with regard to the packs, after {@link #forward}.
     *
     * @param scale what the mean is multiplied by
     */
    public float[][] inputGradient(Parallel parallel, Pass pass, float scale) {
        int packs = pass.values.length;
        float[][] g = new float[packs][inputs];
        second.transpose(parallel);
        first.transpose(parallel);
        back(parallel, pass, 0, packs, scale / packs, g);
        return g;
    }

    /** The gradients (v₂, v₁) of some packs' values times a factor, and that of their inputs. */
    private float[][][] back(Parallel parallel, Pass pass, int from, int packs, float factor, float[][] g) {
        float[][] v2 = new float[packs][hidden];
        float[][] v1 = new float[packs][hidden];
        for (int i = 0; i < packs; i++) {
            for (int j = 0; j < hidden; j++) {
                v2[i][j] = factor * pass.slope2[from + i][j] * last.weights()[j][0];
            }
        }
        second.backwardInputs(parallel, v2, v1, hidden);
        multiply(v1, pass.slope1, from);
        if (g.length > 0) {
            first.backwardInputs(parallel, v1, g, inputs);
        }
        return new float[][][] {v2, v1};
    }

    private static void multiply(float[][] x, float[][] slopes, int from) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] *= slopes[from + i][j];
            }
        }
    }

    /**
     * Adds to the gradients of all parameters, after {@link #forward}. The packs are three groups of equal size: fake,
     * real, and those between, at which the slope is held at 1. The inputs and activations of the last group are
     * overwritten.
     *
     * @param lambda weight of the penalty
     * @return the penalty, weighted
     */
    public double backward(Parallel parallel, Pass pass, float lambda) {
        int n = pass.values.length / 3;
        second.transpose(parallel);
        first.transpose(parallel);
        float[][] g = new float[n][inputs];
        float[][][] fake = back(parallel, pass, 0, n, 1f / n, new float[0][]);
        float[][][] real = back(parallel, pass, n, n, -1f / n, new float[0][]);
        float[][][] between = back(parallel, pass, 2 * n, n, 1, g);
        double penalty = penalty(g, lambda);
        outputGradients(pass, n);
        float[][] e1 = new float[n][hidden];
        Products.add(parallel, g, 0, first.weights(), inputs, e1, hidden);
        multiply(e1, pass.slope1, 2 * n);
        float[][] e2 = new float[n][hidden];
        Products.add(parallel, e1, 0, second.weights(), hidden, e2, hidden);
        multiply(e2, pass.slope2, 2 * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < hidden; j++) {
                last.weightParameter().gradient()[j][0] += e2[i][j];
            }
            pass.x[2 * n + i] = g[i];
            pass.hidden1[2 * n + i] = e1[i];
        }
        float[][] outer2 = stacked(fake[0], real[0], between[0]);
        float[][] outer1 = stacked(fake[1], real[1], between[1]);
        Products.addTransposed(
                parallel, pass.hidden1, 0, outer2, second.weightParameter().gradient());
        Products.addTransposed(
                parallel, pass.x, 0, outer1, first.weightParameter().gradient());
        second.addBiasGradient(outer2, 2 * n);
        first.addBiasGradient(outer1, 2 * n);
        return penalty;
    }

    /** The output layer's share of the Wasserstein term; that of its bias cancels out. */
    private void outputGradients(Pass pass, int n) {
        float[][] gradient = last.weightParameter().gradient();
        for (int i = 0; i < 2 * n; i++) {
            float d = (i < n ? 1f : -1f) / n;
            for (int j = 0; j < hidden; j++) {
                gradient[j][0] += d * pass.hidden2[i][j];
            }
        }
    }

    /** Makes r of g, and gives the penalty. */
    private static double penalty(float[][] g, float lambda) {
        double penalty = 0;
        for (float[] row : g) {
            double square = 0;
            for (float x : row) {
                square += (double) x * x;
            }
            double norm = StrictMath.sqrt(square);
            penalty += (norm - 1) * (norm - 1);
            float factor = (float) (norm == 0 ? 0 : 2 * lambda / g.length * (norm - 1) / norm);
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return lambda * penalty / g.length;
    }

    private static float[][] stacked(float[][] a, float[][] b, float[][] c) {
        return Stream.of(a, b, c).flatMap(Stream::of).toArray(float[][]::new);
    }
}
