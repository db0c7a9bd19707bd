package io.verisim.orchestrator.results.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.artifact.ArtifactRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedCopyTest {

    private static ArtifactRef reference(byte[] content) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        return new ArtifactRef(URI.create("s3://b/k"), "text/plain", sha256, content.length, null, null);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 31);
        }
        return content;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
    void whatIsRightIsCopied(int length) throws Exception {
        byte[] content = content(length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VerifiedCopy.copy(new ByteArrayInputStream(content), out, reference(content));
        assertThat(out.toByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 65_537, 200_000})
    void whatIsWrongNeverArrivesWhole(int length) throws Exception {
        byte[] content = content(length);
        ArtifactRef reference = reference(content);
        content[length - 1]++;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> VerifiedCopy.copy(new ByteArrayInputStream(content), out, reference))
                .isInstanceOf(IOException.class);
        assertThat(out.size()).isLessThan(length);
    }
}
