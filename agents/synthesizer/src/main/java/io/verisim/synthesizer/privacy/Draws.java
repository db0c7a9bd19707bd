package io.verisim.synthesizer.privacy;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Rows drawn without replacement. */
final class Draws {

    private Draws() {}

    /** At most {@code most} rows in random order, so that a head of them is a random draw too. */
    static int[] draw(RandomGenerator random, int rows, int most) {
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        int n = Math.min(rows, most);
        for (int i = 0; i < n; i++) {
            int other = i + random.nextInt(rows - i);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        return Arrays.copyOf(order, n);
    }

    /** The first of some drawn rows; all where there are fewer. */
    static int[] head(int[] rows, int size) {
        return Arrays.copyOf(rows, Math.min(size, rows.length));
    }
}
