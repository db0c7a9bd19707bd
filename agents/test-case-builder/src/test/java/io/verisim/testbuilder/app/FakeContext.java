package io.verisim.testbuilder.app;

import io.verisim.agent.Artifacts;
import io.verisim.agent.TaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A task's surroundings: artifacts in memory by their reference, progress as a list of sentences. */
final class FakeContext implements TaskContext, Artifacts {

    private final Path scratch;
    private final Map<URI, byte[]> stored = new HashMap<>();
    private final List<String> sentences = new ArrayList<>();

    FakeContext(Path scratch) {
        this.scratch = scratch;
    }

    List<String> sentences() {
        return sentences;
    }

    String text(ArtifactRef artifact) {
        return new String(bytes(artifact), java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(ArtifactRef artifact) {
        return Objects.requireNonNull(stored.get(artifact.uri()), "no such artifact");
    }

    @Override
    public Artifacts artifacts() {
        return this;
    }

    @Override
    public Path scratch() {
        return scratch;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void progress(long processed, long total, String sentence) {
        sentences.add(sentence);
    }

    @Override
    public void checkCancelled() {}

    @Override
    public Path fetch(ArtifactRef artifact) throws IOException {
        return Files.write(scratch.resolve(artifact.name()), bytes(artifact));
    }

    @Override
    public <T> T read(ArtifactRef artifact, Class<T> documentType) {
        return MessageCodec.mapper().readValue(bytes(artifact), documentType);
    }

    @Override
    public ArtifactRef store(String name, String mediaType, Path file) throws IOException {
        return store(name, mediaType, Files.readAllBytes(file));
    }

    @Override
    public ArtifactRef store(String name, Object document) {
        return store(name, "application/json", MessageCodec.mapper().writeValueAsBytes(document));
    }

    private ArtifactRef store(String name, String mediaType, byte[] content) {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            URI uri = URI.create("s3://bucket/" + sha256 + "/" + name);
            stored.put(uri, content);
            return new ArtifactRef(uri, mediaType, sha256, content.length, null, null);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
