package io.verisim.agent.memory;

import io.verisim.agent.Artifacts;
import io.verisim.agent.TaskCancelled;
import io.verisim.agent.TaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A task's surroundings for tests: artifacts in memory by their reference, progress as a list of sentences. */
public final class InMemoryTaskContext implements TaskContext, Artifacts {

    private final Path folder;
    private final Map<URI, byte[]> stored;
    private final List<String> sentences = new ArrayList<>();
    private int looksLeft = -1;

    /** @param folder where the scratch directory is made */
    public InMemoryTaskContext(Path folder) {
        this(folder, new ConcurrentHashMap<>());
    }

    private InMemoryTaskContext(Path folder, Map<URI, byte[]> stored) {
        this.folder = folder;
        this.stored = stored;
    }

    /** The surroundings of the next task, with the same artifacts. */
    public InMemoryTaskContext next() {
        try {
            return new InMemoryTaskContext(Files.createTempDirectory(folder, "next"), stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the n-th look on the task is cancelled. */
    public InMemoryTaskContext cancelledAfterLooks(int looks) {
        looksLeft = looks;
        return this;
    }

    /** What was told of the progress. */
    public List<String> sentences() {
        return sentences;
    }

    /** How many artifacts are stored. */
    public int artifactCount() {
        return stored.size();
    }

    /** A stored artifact as text. */
    public String text(ArtifactRef artifact) {
        return new String(bytes(artifact), StandardCharsets.UTF_8);
    }

    /** Stores what a test prepares. */
    public ArtifactRef store(String name, String mediaType, byte[] bytes) {
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

    private byte[] bytes(ArtifactRef artifact) {
        return Objects.requireNonNull(stored.get(artifact.uri()), "no such artifact");
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
    public synchronized void progress(long processed, long total, String sentence) {
        sentences.add(sentence);
    }

    @Override
    public synchronized void checkCancelled() {
        if (looksLeft-- == 0) {
            throw new TaskCancelled("cancelled by the test");
        }
    }

    @Override
    public Path fetch(ArtifactRef artifact) throws IOException {
        return Files.write(scratch().resolve(artifact.name()), bytes(artifact));
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
}
