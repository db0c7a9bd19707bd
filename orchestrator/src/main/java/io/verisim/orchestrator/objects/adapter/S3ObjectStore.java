package io.verisim.orchestrator.objects.adapter;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import io.verisim.orchestrator.objects.ObjectStore;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in a bucket of an S3-compatible service. Its HTTP client sends no {@code Expect: 100-continue}. */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final S3Client client;
    private final String bucket;

    public S3ObjectStore(ObjectStoreProperties properties) {
        this.bucket = properties.bucket();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(properties.region()))
                .forcePathStyle(properties.pathStyle())
                .credentialsProvider(credentials(properties))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        this.client = builder.build();
    }

    private static AwsCredentialsProvider credentials(ObjectStoreProperties properties) {
        String accessKey = properties.accessKey();
        String secretKey = properties.secretKey();
        return accessKey == null || secretKey == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    @Override
    public URI put(String key, String mediaType, long bytes, Supplier<InputStream> content) {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key).contentType(mediaType),
                    RequestBody.fromContentProvider(content::get, bytes, mediaType));
        } catch (SdkException e) {
            throw failure("store '" + key + "'", e);
        }
        return URI.create("s3://" + bucket + "/"
                + URLEncoder.encode(key, StandardCharsets.UTF_8)
                        .replace("%2F", "/")
                        .replace("+", "%20"));
    }

    @Override
    public InputStream open(ArtifactRef artifact) {
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
            throw VerisimException.integration(
                    "ARTIFACT_GONE",
                    "Artifact '" + artifact.name() + "' is not in the object store any more.",
                    "Run the workflow again.",
                    e);
        } catch (SdkException e) {
            throw failure("read '" + artifact.name() + "'", e);
        }
    }

    @Override
    public void list(String prefix, Consumer<List<String>> some) {
        try {
            client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .forEach(page -> some.accept(
                            page.contents().stream().map(S3Object::key).toList()));
        } catch (SdkException e) {
            throw failure("list '" + prefix + "'", e);
        }
    }

    @Override
    public void check() {
        try {
            client.headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw failure("answer for bucket '" + bucket + "'", e);
        }
    }

    private static VerisimException failure(String what, SdkException thrown) {
        boolean refused = thrown instanceof AwsServiceException service
                && (service.statusCode() == UNAUTHORIZED || service.statusCode() == FORBIDDEN);
        ErrorDetail detail = refused
                ? ErrorDetail.of(
                        ErrorCategory.CONFIGURATION,
                        "OBJECT_STORE_FORBIDDEN",
                        "The object store refuses to " + what + ".",
                        "Check VERISIM_S3_ACCESS_KEY, VERISIM_S3_SECRET_KEY and the rights on the bucket.")
                : ErrorDetail.of(
                        ErrorCategory.TRANSIENT,
                        "OBJECT_STORE_UNREACHABLE",
                        "The object store could not " + what + ".",
                        "Check that the object store at VERISIM_S3_ENDPOINT is up and its bucket exists.");
        return new VerisimException(detail, thrown);
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return "S3ObjectStore(" + bucket + ")";
    }
}
