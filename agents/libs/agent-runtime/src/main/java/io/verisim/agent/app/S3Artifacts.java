package io.verisim.agent.app;

import io.verisim.agent.Artifacts;
import io.verisim.agent.Task;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import tools.jackson.core.JacksonException;

/** The artifacts of one task in S3. */
final class S3Artifacts implements Artifacts {

    private static final long MAX_DOCUMENT_BYTES = 64L << 20;
    private static final int NAMED_DIGITS = 16;

    private final S3Client client;
    private final String bucket;
    private final Task task;
    private final Path scratch;

    S3Artifacts(S3Client client, String bucket, Task task, Path scratch) {
        this.client = client;
        this.bucket = bucket;
        this.task = task;
        this.scratch = scratch;
    }

    @Override
    public Path fetch(ArtifactRef artifact) throws IOException {
        Path directory = Files.createTempDirectory(scratch, "in-");
        Path file = directory.resolve(safeName(artifact.name()));
        MessageDigest digest = sha256();
        long bytes = 0;
        try (InputStream in = open(artifact);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > artifact.bytes()) {
                    throw mismatch(artifact, "it is longer than " + artifact.bytes() + " bytes");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        if (bytes != artifact.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(artifact.sha256())) {
            throw mismatch(artifact, "its checksum differs");
        }
        return file;
    }

    @Override
    public <T> T read(ArtifactRef artifact, Class<T> documentType) throws IOException {
        if (artifact.bytes() > MAX_DOCUMENT_BYTES) {
            throw VerisimException.data(
                    "ARTIFACT_TOO_LARGE",
                    "Artifact '" + artifact.name() + "' has " + artifact.bytes() + " bytes; a document may have "
                            + MAX_DOCUMENT_BYTES + ".",
                    "Read it as a file, or make it smaller.",
                    java.util.Map.of("artifact", artifact.name()));
        }
        Path file = fetch(artifact);
        try {
            return MessageCodec.mapper().readValue(Files.readAllBytes(file), documentType);
        } catch (JacksonException e) {
            throw new VerisimException(
                    VerisimException.data(
                                    "ARTIFACT_MALFORMED",
                                    "Artifact '" + artifact.name() + "' is no " + documentType.getSimpleName() + ".",
                                    "Run the stage that made it again.",
                                    java.util.Map.of("artifact", artifact.name()))
                            .detail(),
                    e);
        }
    }

    @Override
    public ArtifactRef store(String name, String mediaType, Path file) throws IOException {
        String sha256 = hash(file);
        String key = "workflows/" + task.workflow() + "/" + task.stage() + "/" + task.id() + "/"
                + sha256.substring(0, NAMED_DIGITS) + "/" + safeName(name);
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key).contentType(mediaType), RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw unreachable("store '" + name + "'", e);
        }
        URI uri = URI.create("s3://" + bucket + "/" + encoded(key));
        return new ArtifactRef(uri, mediaType, sha256, Files.size(file), null, null);
    }

    @Override
    public ArtifactRef store(String name, Object document) throws IOException {
        Path file = Files.createTempFile(scratch, "out-", ".json");
        Files.write(file, MessageCodec.mapper().writeValueAsBytes(document));
        return store(name, "application/json", file);
    }

    private InputStream open(ArtifactRef artifact) {
        URI uri = artifact.uri();
        if (!"s3".equals(uri.getScheme()) || !bucket.equals(uri.getHost())) {
            throw VerisimException.configuration(
                    "ARTIFACT_ELSEWHERE",
                    "Artifact '" + artifact.name() + "' lies in " + uri.getScheme() + "://" + uri.getHost()
                            + ", not in bucket '" + bucket + "'.",
                    "Give orchestrator and agents the same VERISIM_S3_BUCKET.");
        }
        try {
            return client.getObject(
                    request -> request.bucket(bucket).key(uri.getPath().substring(1)));
        } catch (NoSuchKeyException e) {
            throw mismatch(artifact, "it is gone");
        } catch (SdkException e) {
            throw unreachable("read '" + artifact.name() + "'", e);
        }
    }

    private static VerisimException mismatch(ArtifactRef artifact, String why) {
        return VerisimException.integration(
                "ARTIFACT_MISMATCH",
                "Artifact '" + artifact.name() + "' cannot be trusted: " + why + ".",
                "Run the stage that made it again.",
                null);
    }

    private static VerisimException unreachable(String what, SdkException cause) {
        return new VerisimException(ErrorClassifier.objectStore(what, cause), cause);
    }

    static String safeName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
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
