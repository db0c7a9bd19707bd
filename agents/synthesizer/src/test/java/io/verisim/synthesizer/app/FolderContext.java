package io.verisim.synthesizer.app;

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
import java.util.HexFormat;
import java.util.List;

/**
 * A task's context whose artifacts lie in a folder.
 *
 * @param folder where artifacts lie
 * @param scratch the task's scratch directory
 * @param sentences what was told of the progress
 */
record FolderContext(Path folder, Path scratch, List<String> sentences) implements TaskContext, Artifacts {

    static FolderContext in(Path folder) throws IOException {
        return new FolderContext(folder, Files.createTempDirectory(folder, "scratch"), new ArrayList<>());
    }

    @Override
    public Artifacts artifacts() {
        return this;
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
    public Path fetch(ArtifactRef artifact) {
        return folder.resolve(artifact.name());
    }

    @Override
    public <T> T read(ArtifactRef artifact, Class<T> documentType) throws IOException {
        return MessageCodec.mapper().readValue(Files.readAllBytes(fetch(artifact)), documentType);
    }

    @Override
    public ArtifactRef store(String name, String mediaType, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.write(folder.resolve(name), content);
        try {
            String sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return new ArtifactRef(URI.create("s3://test/" + name), mediaType, sha, content.length, null, null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ArtifactRef store(String name, Object document) throws IOException {
        Path file = Files.write(
                scratch.resolve("written-" + name), MessageCodec.mapper().writeValueAsBytes(document));
        return store(name, "application/json", file);
    }
}
