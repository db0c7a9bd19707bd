package io.verisim.synthesizer.model.gan.network;

import java.util.random.RandomGenerator;

/** Lets half of the values through, doubled (G. E. Hinton et al., arXiv:1207.0580); or all of them. */
@FunctionalInterface
public interface Dropout {

    /** Fills rows with factors. */
    void fill(float[][] factors);

    /** 0 or 2, each with probability one half. */
    static Dropout half(RandomGenerator random) {
        return factors -> {
            for (float[] row : factors) {
                for (int j = 0; j < row.length; j += Long.SIZE) {
                    long bits = random.nextLong();
                    for (int b = 0; b < Long.SIZE && j + b < row.length; b++) {
                        row[j + b] = (bits >>> b & 1) * 2f;
                    }
                }
            }
        };
    }

    static Dropout none() {
        return factors -> {
            for (float[] row : factors) {
                java.util.Arrays.fill(row, 1);
            }
        };
    }
}
