package io.verisim.distributor.app;

import io.verisim.agent.Artifacts;
import io.verisim.agent.TaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** A task's surroundings in memory: artifacts by their reference, progress as a list of sentences. */
final class FakeContext implements TaskContext, Artifacts {

    private final Path folder;
    private final Map<URI, byte[]> stored;
    private final List<String> sentences = new ArrayList<>();

    FakeContext(Path folder) {
        this(folder, new HashMap<>());
    }

    private FakeContext(Path folder, Map<URI, byte[]> stored) {
        this.folder = folder;
        this.stored = stored;
    }

    /** The surroundings of the next task, with the same artifacts. */
    FakeContext next() {
        return new FakeContext(folder.resolve("next"), stored);
    }

    List<String> sentences() {
        return sentences;
    }

    @Override
    public Artifacts artifacts() {
        return this;
    }

    @Override
    public Path scratch() {
        try {
            return Files.createDirectories(folder.resolve("scratch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return Files.write(scratch().resolve(artifact.sha256()), stored.get(artifact.uri()));
    }

    @Override
    public <T> T read(ArtifactRef artifact, Class<T> documentType) {
        return MessageCodec.mapper().readValue(stored.get(artifact.uri()), documentType);
    }

    @Override
    public ArtifactRef store(String name, String mediaType, Path file) throws IOException {
        return store(name, mediaType, Files.readAllBytes(file));
    }

    @Override
    public ArtifactRef store(String name, Object document) {
        return store(name, "application/json", MessageCodec.mapper().writeValueAsBytes(document));
    }

    ArtifactRef store(String name, String mediaType, byte[] bytes) {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            URI uri = URI.create("s3://bucket/" + sha256.substring(0, 12) + "/" + name);
            stored.put(uri, bytes);
            return new ArtifactRef(uri, mediaType, sha256, bytes.length, null, null);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
