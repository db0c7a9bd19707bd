package io.verisim.synthesizer.model.gan.coding;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Levels as choices of a network, the most frequent first. Where there are more than a limit, the rest share the last
 * choice, within which they are drawn by frequency and independently of all other columns.
 */
final class LevelSlots {

    private final int[] own;
    private final int[] pool;
    private final double[] poolUpTo;

    private LevelSlots(int[] own, int[] pool, double[] poolUpTo) {
        this.own = own;
        this.pool = pool;
        this.poolUpTo = poolUpTo;
    }

    /**
     * The choices for levels that occur.
     *
     * @param counts how often each level occurs
     * @param most most choices, at least two
     */
    static LevelSlots of(int[] counts, int most) {
        int[] order = IntStream.range(0, counts.length)
                .filter(level -> counts[level] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(level -> -counts[level]))
                .mapToInt(Integer::intValue)
                .toArray();
        int kept = order.length <= most ? order.length : most - 1;
        int[] pool = Arrays.copyOfRange(order, kept, order.length);
        double[] upTo = new double[pool.length];
        double sum = 0;
        for (int i = 0; i < pool.length; i++) {
            sum += counts[pool[i]];
            upTo[i] = sum;
        }
        return new LevelSlots(Arrays.copyOf(order, kept), pool, upTo);
    }

    int size() {
        return own.length + (pool.length > 0 ? 1 : 0);
    }

    /** The choice of each level; that of a level that did not occur has no meaning. */
    int[] slots(int levels) {
        int[] slots = new int[levels];
        Arrays.fill(slots, own.length);
        for (int slot = 0; slot < own.length; slot++) {
            slots[own[slot]] = slot;
        }
        return slots;
    }

    /** A level of a choice. */
    int level(int slot, RandomGenerator random) {
        if (slot < own.length) {
            return own[slot];
        }
        double at = random.nextDouble() * poolUpTo[poolUpTo.length - 1];
        int found = Arrays.binarySearch(poolUpTo, at);
        return pool[Math.min(found >= 0 ? found + 1 : -found - 1, pool.length - 1)];
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, own);
        Codec.writeInts(out, pool);
        Codec.writeDoubles(out, poolUpTo);
    }

    static LevelSlots read(DataInput in) throws IOException {
        return new LevelSlots(Codec.readInts(in), Codec.readInts(in), Codec.readDoubles(in));
    }
}
