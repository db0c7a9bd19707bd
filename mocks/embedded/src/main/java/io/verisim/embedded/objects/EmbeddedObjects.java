package io.verisim.embedded.objects;

import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.home.LoopbackPort;
import io.verisim.embedded.home.PrivateFiles;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * The S3 API over a directory, in this process, on the loopback address. Signatures are checked. What it does not do:
 * store checksums of parts, nor read single parts of multipart objects.
 */
public final class EmbeddedObjects implements AutoCloseable {

    private static final String REGION = "us-east-1";
    private static final int THREADS = 24;

    private final S3Proxy proxy;
    private final BlobStore store;
    private final ObjectsOptions options;

    private EmbeddedObjects(S3Proxy proxy, BlobStore store, ObjectsOptions options) {
        this.proxy = proxy;
        this.store = store;
        this.options = options;
    }

    /**
     * Starts the server and makes the bucket where it is missing.
     *
     * @throws VerisimException CONFIGURATION {@code PORT_TAKEN} where the port is not free; INTEGRATION where the server
     *     does not start
     */
    public static EmbeddedObjects start(ObjectsOptions options) {
        LoopbackPort.requireFree(options.port(), "object store");
        Path directory = PrivateFiles.directory(options.directory());
        Properties properties = new Properties();
        properties.setProperty(
                "jclouds.filesystem.basedir", directory.toAbsolutePath().toString());
        BlobStore store = BlobStores.create("filesystem-nio2", properties);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:" + options.port()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, options.accessKey(), options.secretKey())
                // the SDK's asynchronous uploads send headers it does not know
                .ignoreUnknownHeaders(true)
                .metricsEnabled(false)
                .jettyMaxThreads(THREADS)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw notStarted(options, e);
        }
        EmbeddedObjects objects = new EmbeddedObjects(proxy, store, options);
        objects.createBucket(options.bucket());
        return objects;
    }

    private static VerisimException notStarted(ObjectsOptions options, Exception cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                return LoopbackPort.taken(options.port(), "object store");
            }
        }
        return VerisimException.integration(
                "OBJECTS_NOT_STARTED",
                "The embedded object store on " + options.directory() + " did not start.",
                "See the cause.",
                cause);
    }

    /** Makes a bucket where it is missing. */
    public ObjectsConnection createBucket(String bucket) {
        if (!store.containerExists(bucket)) {
            store.createContainer(CreateBucketRequest.builder().bucket(bucket).build());
        }
        return connection().withBucket(bucket);
    }

    public ObjectsConnection connection() {
        return new ObjectsConnection(
                URI.create("http://127.0.0.1:" + proxy.getPort()),
                REGION,
                options.accessKey(),
                options.secretKey(),
                options.bucket());
    }

    @Override
    public void close() {
        try {
            proxy.stop();
            store.close();
        } catch (IOException e) {
            throw new IllegalStateException("The object store did not stop", e);
        } catch (Exception e) {
            throw new IllegalStateException("The object store did not stop: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "EmbeddedObjects(127.0.0.1:" + proxy.getPort() + ")";
    }
}
