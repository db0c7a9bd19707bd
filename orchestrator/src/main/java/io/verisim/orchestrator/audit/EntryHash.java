package io.verisim.orchestrator.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry in the chain: SHA-256 of the hash before it, as bytes, followed by the entry's fields. Each field
 * is its length as four bytes, most significant first, and its text as UTF-8; the length of an absent one is -1. So no
 * two different entries have the same bytes.
 */
final class EntryHash {

    /** What comes before the first entry. */
    static final String GENESIS = "0".repeat(64);

    private EntryHash() {}

    /**
     * Hashes.
     *
     * @param previous hash of the position before, hexadecimal
     * @return 64 lower-case hexadecimal digits
     */
    static String of(String previous, List<@Nullable String> fields) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previous));
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (String field : fields) {
            byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    length.clear().putInt(field == null ? -1 : bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
