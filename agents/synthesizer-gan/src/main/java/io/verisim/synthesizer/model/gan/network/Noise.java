package io.verisim.synthesizer.model.gan.network;

import io.verisim.numerics.RandomStreams;
import java.util.random.RandomGenerator;

/** Randomness for rows of a batch: a fixed number of streams, each for its own part of the rows, whoever works on it. */
public final class Noise {

    private static final int LANES = 16;

    private final RandomGenerator[] lanes = new RandomGenerator[LANES];

    public Noise(RandomStreams streams) {
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = streams.with(lane).generator();
        }
    }

    /** Works on the rows of a range with the stream that is theirs. */
    @FunctionalInterface
    public interface Task {
        void run(RandomGenerator random, int from, int to);
    }

    public void rows(Parallel parallel, int rows, Task task) {
        parallel.rows(LANES, (first, last) -> {
            for (int lane = first; lane < last; lane++) {
                task.run(lanes[lane], rows * lane / LANES, rows * (lane + 1) / LANES);
            }
        });
    }
}
