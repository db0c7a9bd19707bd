package io.verisim.agent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Errors as the libraries really throw them, never built by hand. */
class ErrorClassifierTest {

    private static final int TIMEOUT_MILLIS = 50;

    @Test
    void aRefusedConnectionPassesByItself() throws IOException {
        int port = closedPort();
        ErrorDetail error = classified(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
        assertThat(error.category()).isEqualTo(ErrorCategory.TRANSIENT);
        assertThat(error.code()).isEqualTo("CONNECTION_REFUSED");
    }

    @Test
    void aReadThatTakesTooLongPassesByItself() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ErrorDetail error = classified(() -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), silent.getLocalPort())) {
                    socket.setSoTimeout(TIMEOUT_MILLIS);
                    return socket.getInputStream().read();
                }
            });
            assertThat(error.category()).isEqualTo(ErrorCategory.TRANSIENT);
            assertThat(error.code()).isEqualTo("TIMEOUT");
        }
    }

    @Test
    void anHttpRequestThatTakesTooLongPassesByItself() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .timeout(Duration.ofMillis(TIMEOUT_MILLIS))
                    .build();
            ErrorDetail error = classified(() -> client.send(request, BodyHandlers.discarding()));
            assertThat(error.category()).isEqualTo(ErrorCategory.TRANSIENT);
            assertThat(error.code()).isEqualTo("TIMEOUT");
        }
    }

    @Test
    void aHostWithoutAddressPassesByItself() {
        ErrorDetail error = classified(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByName("no-such-host.invalid"), 1));
                return socket.isConnected();
            }
        });
        assertThat(error.category()).isEqualTo(ErrorCategory.TRANSIENT);
        assertThat(error.code()).isEqualTo("HOST_UNKNOWN");
    }

    @Test
    void anObjectStoreThatIsDownPassesByItself() throws IOException {
        try (S3Client store = S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:" + closedPort()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build()) {
            ErrorDetail error = classified(() -> store.headBucket(b -> b.bucket("artifacts")));
            assertThat(error.category()).isEqualTo(ErrorCategory.TRANSIENT);
            assertThat(error.code()).isEqualTo("OBJECT_STORE_UNREACHABLE");
        }
    }

    @Test
    void aWorkerWithoutMemoryIsAResource() {
        ErrorDetail error = classified(() -> {
            try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
                return worker.submit(() -> new long[Integer.MAX_VALUE]).get().length;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A worker ended", e.getCause());
            }
        });
        assertThat(error.category()).isEqualTo(ErrorCategory.RESOURCE);
        assertThat(error.code()).isEqualTo("OUT_OF_MEMORY");
        assertThat(error.remedy()).contains("memory", "fewer rows");
    }

    @Test
    void aFullDiskIsAResource() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no device that is always full");
        ErrorDetail error = classified(() -> {
            try (FileOutputStream out = new FileOutputStream(full.toFile())) {
                out.write(1);
                return 1;
            }
        });
        assertThat(error.category()).isEqualTo(ErrorCategory.RESOURCE);
        assertThat(error.code()).isEqualTo("DISK_FULL");
    }

    @Test
    void theInnermostCauseThatIsUnderstoodCounts() throws IOException {
        int port = closedPort();
        ErrorDetail error = classified(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                throw new IllegalStateException("wrapped", new RuntimeException("twice", e));
            }
        });
        assertThat(error.code()).isEqualTo("CONNECTION_REFUSED");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What becomes of the error that the work really ends with. */
    private static ErrorDetail classified(Callable<?> work) {
        try {
            throw new AssertionError("It worked: " + work.call());
        } catch (AssertionError worked) {
            throw worked;
        } catch (Throwable thrown) {
            return ErrorClassifier.classify("load", thrown);
        }
    }
}
