package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.numerics.RandomStreams;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * Random numbers that nobody can continue who has seen some of them: SHA-256 of a key and a counter. The generators of
 * statistics will not do, for whoever knows part of the data knows part of the noise, and could work out the rest.
 */
final class SecretGenerator implements RandomGenerator {

    private final MessageDigest digest;
    private final ByteBuffer input = ByteBuffer.allocate(40);
    private ByteBuffer words = ByteBuffer.allocate(0);
    private long counter;

    SecretGenerator(long seed) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        RandomGenerator key = RandomStreams.of(seed).with("private noise").generator();
        for (int word = 0; word < 4; word++) {
            input.putLong(word * Long.BYTES, key.nextLong());
        }
    }

    @Override
    public long nextLong() {
        if (!words.hasRemaining()) {
            input.putLong(4 * Long.BYTES, counter++);
            words = ByteBuffer.wrap(digest.digest(input.array()));
        }
        return words.getLong();
    }
}
