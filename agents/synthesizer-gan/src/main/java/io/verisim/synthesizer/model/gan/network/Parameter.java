package io.verisim.synthesizer.model.gan.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * A matrix that is learnt, with the gradient of the loss.
 *
 * @param value rows of equal length
 * @param gradient of the same shape; summed up until it is cleared
 */
@SuppressWarnings("ArrayRecordComponent")
public record Parameter(float[][] value, float[][] gradient) {

    static Parameter filled(int rows, int columns, float value) {
        Parameter parameter = new Parameter(new float[rows][columns], new float[rows][columns]);
        for (float[] row : parameter.value) {
            java.util.Arrays.fill(row, value);
        }
        return parameter;
    }

    /** Uniform between minus and plus the limit. */
    static Parameter random(int rows, int columns, float limit, RandomGenerator random) {
        Parameter parameter = filled(rows, columns, 0);
        for (float[] row : parameter.value) {
            for (int j = 0; j < columns; j++) {
                row[j] = limit * (2 * random.nextFloat() - 1);
            }
        }
        return parameter;
    }

    void clearGradient() {
        for (float[] row : gradient) {
            java.util.Arrays.fill(row, 0);
        }
    }

    void copyFrom(Parameter other) {
        for (int i = 0; i < value.length; i++) {
            System.arraycopy(other.value[i], 0, value[i], 0, value[i].length);
        }
    }

    /** Moves towards another of the same shape by a share of the distance. */
    void approach(Parameter other, float share) {
        for (int i = 0; i < value.length; i++) {
            float[] mine = value[i];
            float[] its = other.value[i];
            for (int j = 0; j < mine.length; j++) {
                mine[j] += share * (its[j] - mine[j]);
            }
        }
    }

    void write(DataOutput out) throws IOException {
        for (float[] row : value) {
            for (float weight : row) {
                out.writeFloat(weight);
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (float[] row : value) {
            for (int j = 0; j < row.length; j++) {
                row[j] = in.readFloat();
            }
        }
    }
}
