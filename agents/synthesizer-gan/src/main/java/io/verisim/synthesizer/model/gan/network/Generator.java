package io.verisim.synthesizer.model.gan.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The generator: two residual layers, each batch normalised, rectified and put before its own input, then a linear
 * layer. A row of activations is laid out as (second layer | first layer | input), so that each layer reads its input
 * from an offset to the end, and nothing is copied.
 */
public final class Generator {

    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final Linear first;
    private final Linear second;
    private final Linear last;
    private final BatchNorm firstNorm;
    private final BatchNorm secondNorm;

    public Generator(int inputs, int hidden, int outputs, RandomGenerator random) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.outputs = outputs;
        first = new Linear(inputs, hidden, random);
        second = new Linear(inputs + hidden, hidden, random);
        last = new Linear(inputs + 2 * hidden, outputs, random);
        firstNorm = new BatchNorm(hidden);
        secondNorm = new BatchNorm(hidden);
    }

    /** What one batch needs in memory: activations, and gradients where it trains. */
    public final class Pass {

        private final float[][] rows;
        private final float[][] logits;
        private final float[][] normal1;
        private final float[][] normal2;

        private Pass(int batch) {
            rows = new float[batch][2 * hidden + inputs];
            logits = new float[batch][outputs];
            normal1 = new float[batch][hidden];
            normal2 = new float[batch][hidden];
        }

        /** Rows whose inputs begin at {@link #inputOffset}; to be filled before a pass. */
        public float[][] rows() {
            return rows;
        }

        public int inputOffset() {
            return 2 * hidden;
        }

        /** What came out. */
        public float[][] logits() {
            return logits;
        }
    }

    public Pass pass(int batch) {
        return new Pass(batch);
    }

    public int outputs() {
        return outputs;
    }

    public List<Parameter> parameters() {
        return Stream.of(
                        first.parameters(),
                        firstNorm.parameters(),
                        second.parameters(),
                        secondNorm.parameters(),
                        last.parameters())
                .flatMap(List::stream)
                .toList();
    }

    /** Biases of the outputs; may be changed. */
    public float[] outputBias() {
        return last.bias();
    }

    /** From inputs to logits, normalised by the batch, whose means and variances are kept. */
    public void forward(Parallel parallel, Pass pass) {
        first.forward(parallel, pass.rows, 2 * hidden, pass.normal1);
        firstNorm.forward(parallel, pass.normal1, pass.rows, hidden);
        second.forward(parallel, pass.rows, hidden, pass.normal2);
        secondNorm.forward(parallel, pass.normal2, pass.rows, 0);
        last.forward(parallel, pass.rows, 0, pass.logits);
    }

    /** From inputs to logits, normalised as the last batch was; each row by itself. */
    public void apply(Parallel parallel, Pass pass) {
        first.forward(parallel, pass.rows, 2 * hidden, pass.normal1);
        firstNorm.apply(parallel, pass.normal1, pass.rows, hidden);
        second.forward(parallel, pass.rows, hidden, pass.normal2);
        secondNorm.apply(parallel, pass.normal2, pass.rows, 0);
        last.forward(parallel, pass.rows, 0, pass.logits);
    }

    /** Adds to the gradients of all parameters, after {@link #forward} of the same pass. */
    public void backward(Parallel parallel, Pass pass, float[][] logitGradient) {
        int batch = pass.rows.length;
        last.backwardParameters(parallel, pass.rows, 0, logitGradient);
        last.transpose(parallel);
        float[][] both = new float[batch][2 * hidden];
        last.backwardInputs(parallel, logitGradient, both, 2 * hidden);
        float[][] d = new float[batch][hidden];
        for (int i = 0; i < batch; i++) {
            System.arraycopy(both[i], 0, d[i], 0, hidden);
        }
        secondNorm.backward(parallel, pass.normal2, d);
        second.backwardParameters(parallel, pass.rows, hidden, d);
        second.transpose(parallel);
        float[][] d1 = new float[batch][hidden];
        second.backwardInputs(parallel, d, d1, hidden);
        for (int i = 0; i < batch; i++) {
            for (int j = 0; j < hidden; j++) {
                d1[i][j] += both[i][hidden + j];
            }
        }
        firstNorm.backward(parallel, pass.normal1, d1);
        first.backwardParameters(parallel, pass.rows, 2 * hidden, d1);
    }

    /** Becomes equal to another of the same shape. */
    public void copyFrom(Generator other) {
        List<Parameter> mine = parameters();
        List<Parameter> its = other.parameters();
        for (int p = 0; p < mine.size(); p++) {
            mine.get(p).copyFrom(its.get(p));
        }
        firstNorm.copyFrom(other.firstNorm);
        secondNorm.copyFrom(other.secondNorm);
    }

    /** Moves its parameters towards another's by a share of the distance. */
    public void approach(Generator other, float share) {
        List<Parameter> mine = parameters();
        List<Parameter> its = other.parameters();
        for (int p = 0; p < mine.size(); p++) {
            mine.get(p).approach(its.get(p), share);
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(inputs);
        out.writeInt(hidden);
        out.writeInt(outputs);
        for (Parameter parameter : parameters()) {
            parameter.write(out);
        }
        firstNorm.write(out);
        secondNorm.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param random draws weights that are then replaced
     */
    public static Generator read(DataInput in, RandomGenerator random) throws IOException {
        Generator generator = new Generator(in.readInt(), in.readInt(), in.readInt(), random);
        for (Parameter parameter : generator.parameters()) {
            parameter.read(in);
        }
        generator.firstNorm.read(in);
        generator.secondNorm.read(in);
        return generator;
    }
}
