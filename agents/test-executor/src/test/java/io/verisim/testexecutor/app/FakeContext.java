package io.verisim.testexecutor.app;

import io.verisim.agent.Artifacts;
import io.verisim.agent.TaskCancelled;
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
import java.util.Objects;

/** A task's surroundings in memory: artifacts by their reference, progress as a list of sentences. */
final class FakeContext implements TaskContext, Artifacts {

    private final Path folder;
    private final Map<URI, byte[]> stored = new HashMap<>();
    private int looksLeft = -1;
    private final List<String> sentences = new ArrayList<>();

    FakeContext(Path folder) {
        this.folder = folder;
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

    /** From the n-th look on the task is cancelled. */
    FakeContext cancelledAfterLooks(int looks) {
        looksLeft = looks;
        return this;
    }

    @Override
    public void checkCancelled() {
        if (looksLeft-- == 0) {
            throw new TaskCancelled("cancelled by the test");
        }
    }

    @Override
    public Path fetch(ArtifactRef artifact) throws IOException {
        return Files.write(scratch().resolve(artifact.sha256()), Objects.requireNonNull(stored.get(artifact.uri())));
    }

    @Override
    public <T> T read(ArtifactRef artifact, Class<T> documentType) {
        return MessageCodec.mapper().readValue(Objects.requireNonNull(stored.get(artifact.uri())), documentType);
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
