package io.verisim.synthesizer.model.gan.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Batch normalisation and rectifier: y = max(0, γ·(x − mean)/√(variance + ε) + β), mean and variance being those of the
 * batch in training, and those of the last batch with which {@link #forward} was called afterwards (S. Ioffe and C.
 * Szegedy, arXiv:1502.03167).
 */
public final class BatchNorm {

    private static final double EPSILON = 1e-5;

    private final Parameter scale;
    private final Parameter shift;
    private final float[] mean;
    private final float[] inverse;

    public BatchNorm(int size) {
        scale = Parameter.filled(1, size, 1);
        shift = Parameter.filled(1, size, 0);
        mean = new float[size];
        inverse = new float[size];
    }

    public List<Parameter> parameters() {
        return List.of(scale, shift);
    }

    /**
     * Normalises by the batch and keeps its mean and variance.
     *
     * @param x one row for each sample; becomes the normalised values
     * @param y gets the results, from an offset on
     */
    void forward(Parallel parallel, float[][] x, float[][] y, int offset) {
        int size = mean.length;
        double[] sum = new double[size];
        double[] square = new double[size];
        for (float[] row : x) {
            for (int j = 0; j < size; j++) {
                sum[j] += row[j];
            }
        }
        for (int j = 0; j < size; j++) {
            mean[j] = (float) (sum[j] / x.length);
        }
        for (float[] row : x) {
            for (int j = 0; j < size; j++) {
                float d = row[j] - mean[j];
                square[j] += d * d;
            }
        }
        for (int j = 0; j < size; j++) {
            inverse[j] = (float) (1 / StrictMath.sqrt(square[j] / x.length + EPSILON));
        }
        apply(parallel, x, y, offset);
    }

    /** Normalises by the mean and variance that were kept; each row by itself. */
    void apply(Parallel parallel, float[][] x, float[][] y, int offset) {
        float[] gamma = scale.value()[0];
        float[] beta = shift.value()[0];
        parallel.rows(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                float[] row = x[i];
                for (int j = 0; j < row.length; j++) {
                    row[j] = (row[j] - mean[j]) * inverse[j];
                }
                for (int j = 0; j < row.length; j++) {
                    y[i][offset + j] = Math.max(0, gamma[j] * row[j] + beta[j]);
                }
            }
        });
    }

    /**
     * Adds to the gradients of γ and β, and gives that of the inputs.
     *
     * @param normalised what {@link #forward} made of its inputs
     * @param dy gradient of the results; becomes that of the inputs
     */
    void backward(Parallel parallel, float[][] normalised, float[][] dy) {
        int size = mean.length;
        float[] gamma = scale.value()[0];
        float[] beta = shift.value()[0];
        double[] sum = new double[size];
        double[] weighted = new double[size];
        for (int i = 0; i < dy.length; i++) {
            float[] x = normalised[i];
            float[] d = dy[i];
            for (int j = 0; j < size; j++) {
                d[j] = gamma[j] * x[j] + beta[j] > 0 ? d[j] : 0;
            }
            for (int j = 0; j < size; j++) {
                sum[j] += d[j];
                weighted[j] += d[j] * x[j];
            }
        }
        float[] a = new float[size];
        float[] b = new float[size];
        for (int j = 0; j < size; j++) {
            scale.gradient()[0][j] += (float) weighted[j];
            shift.gradient()[0][j] += (float) sum[j];
            a[j] = (float) (sum[j] / dy.length);
            b[j] = (float) (weighted[j] / dy.length);
        }
        parallel.rows(dy.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                float[] x = normalised[i];
                float[] d = dy[i];
                for (int j = 0; j < size; j++) {
                    d[j] = gamma[j] * inverse[j] * (d[j] - a[j] - x[j] * b[j]);
                }
            }
        });
    }

    void copyFrom(BatchNorm other) {
        System.arraycopy(other.mean, 0, mean, 0, mean.length);
        System.arraycopy(other.inverse, 0, inverse, 0, inverse.length);
    }

    void write(DataOutput out) throws IOException {
        for (int j = 0; j < mean.length; j++) {
            out.writeFloat(mean[j]);
            out.writeFloat(inverse[j]);
        }
    }

    void read(DataInput in) throws IOException {
        for (int j = 0; j < mean.length; j++) {
            mean[j] = in.readFloat();
            inverse[j] = in.readFloat();
        }
    }
}
