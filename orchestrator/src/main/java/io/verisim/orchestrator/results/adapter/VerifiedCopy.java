package io.verisim.orchestrator.results.adapter;

import io.verisim.model.artifact.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies an artifact and holds its last bytes back until length and checksum are right. */
final class VerifiedCopy {

    private static final int BUFFER = 1 << 16;

    private VerifiedCopy() {}

    /**
     * Copies.
     *
     * @throws IOException where the content is not what the reference says; the copy is then incomplete
     */
    static void copy(InputStream in, OutputStream out, ArtifactRef ref) throws IOException {
        MessageDigest digest = sha256();
        byte[] held = in.readNBytes(BUFFER);
        long bytes = held.length;
        digest.update(held);
        while (held.length == BUFFER) {
            byte[] next = in.readNBytes(BUFFER);
            bytes += next.length;
            digest.update(next);
            if (next.length == 0 || bytes > ref.bytes()) {
                break;
            }
            out.write(held);
            held = next;
        }
        if (bytes != ref.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(ref.sha256())) {
            throw new IOException("Artifact '" + ref.name() + "' is not what its checksum says");
        }
        out.write(held);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
