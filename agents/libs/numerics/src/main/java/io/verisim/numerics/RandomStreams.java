package io.verisim.numerics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * A tree of independent random streams. A stream is named by the seed and the labels on the way to it, and by nothing
 * else: whoever makes block 17 of table {@code customers}, in whatever order and on whatever machine, draws the same
 * numbers.
 *
 * <pre>{@code RandomGenerator random = RandomStreams.of(seed).with("customers").with(17).generator();}</pre>
 *
 * Each label is hashed into its parent's key by SHA-256, with its kind and length, so that no two paths meet. Immutable.
 */
public final class RandomStreams {

    private final byte[] key;

    private RandomStreams(byte[] key) {
        this.key = key;
    }

    public static RandomStreams of(long seed) {
        return new RandomStreams(new byte[0]).with(seed);
    }

    /** The branch of this name. */
    public RandomStreams with(String label) {
        byte[] text = label.getBytes(StandardCharsets.UTF_8);
        return derive(
                's',
                ByteBuffer.allocate(4 + text.length)
                        .putInt(text.length)
                        .put(text)
                        .array());
    }

    /** The branch of this number. */
    public RandomStreams with(long label) {
        return derive('n', ByteBuffer.allocate(8).putLong(label).array());
    }

    /** A fresh generator at the beginning of this branch's own stream. */
    public RandomGenerator generator() {
        ByteBuffer words = ByteBuffer.wrap(derive('g', new byte[0]).key);
        return new StreamGenerator(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** A number that belongs to this branch, to key a {@link KeyedPermutation} for instance. */
    public long key() {
        return ByteBuffer.wrap(derive('k', new byte[0]).key).getLong();
    }

    private RandomStreams derive(char kind, byte[] label) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            digest.update((byte) kind);
            return new RandomStreams(digest.digest(label));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
