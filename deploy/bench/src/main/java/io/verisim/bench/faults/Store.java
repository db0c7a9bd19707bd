package io.verisim.bench.faults;

import java.io.Closeable;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import tools.jackson.databind.JsonNode;

/** The object store, read directly. */
final class Store implements Closeable {

    private final S3Client client;
    private final String bucket;

    Store(Connections connections) {
        JsonNode objects = connections.servers().path("objects");
        bucket = objects.path("bucket").asString();
        client = S3Client.builder()
                .endpointOverride(URI.create(objects.path("endpoint").asString()))
                .region(Region.of(objects.path("region").asString()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        objects.path("accessKey").asString(),
                        objects.path("secretKey").asString())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The bytes of an object, where there is one. */
    Optional<byte[]> read(String key) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
