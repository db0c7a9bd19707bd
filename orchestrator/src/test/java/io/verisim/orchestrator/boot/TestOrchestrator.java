package io.verisim.orchestrator.boot;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A running orchestrator and its API as a user sees it. */
final class TestOrchestrator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final URI base;

    TestOrchestrator(ServiceConnections services, Map<String, String> more) {
        this(services, more, null);
    }

    TestOrchestrator(ServiceConnections services, Map<String, String> more, @Nullable Clock clock) {
        Map<String, String> properties = new HashMap<>();
        properties.put("VERISIM_PORT", "0");
        properties.put("VERISIM_DB_URL", services.orchestrator().jdbcUrl());
        properties.put("VERISIM_DB_USER", services.orchestrator().username());
        properties.put("VERISIM_DB_PASSWORD", services.orchestrator().password());
        properties.put("VERISIM_RABBITMQ_HOST", services.broker().host());
        properties.put(
                "VERISIM_RABBITMQ_PORT", Integer.toString(services.broker().port()));
        properties.put("VERISIM_RABBITMQ_USER", services.broker().username());
        properties.put("VERISIM_RABBITMQ_PASSWORD", services.broker().password());
        properties.put("VERISIM_RABBITMQ_VHOST", services.broker().virtualHost());
        properties.put("VERISIM_QUORUM", Boolean.toString(services.broker().quorum()));
        properties.put("VERISIM_S3_ENDPOINT", services.objects().endpoint().toString());
        properties.put("VERISIM_S3_REGION", services.objects().region());
        properties.put("VERISIM_S3_BUCKET", services.objects().bucket());
        properties.put("VERISIM_S3_ACCESS_KEY", services.objects().accessKey());
        properties.put("VERISIM_S3_SECRET_KEY", services.objects().secretKey());
        properties.putAll(more);
        this.context = OrchestratorApplication.start(properties, context -> {
            if (clock != null) {
                context.getBeanFactory().registerSingleton("clock", clock);
            }
        });
        this.base = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI uri(String path) {
        return base.resolve(path);
    }

    HttpResponse<String> start(String configuration, String fileName, String content) {
        return send(starting(configuration, fileName, content));
    }

    /** The request that starts a workflow. */
    HttpRequest.Builder starting(String configuration, String fileName, String content) {
        String boundary = "b0undary";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"configuration\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + configuration + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"source\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return HttpRequest.newBuilder(uri("/api/v1/workflows"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body));
    }

    /** Starts a workflow and returns its path. */
    String started(String configuration) {
        HttpResponse<String> response = start(configuration, "customers.csv", "name,age\nAda,36\n");
        if (response.statusCode() != 202) {
            throw new AssertionError(response.statusCode() + ": " + response.body());
        }
        return response.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> fetch(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(uri(path)).DELETE());
    }

    JsonNode get(String path) {
        return MessageCodec.mapper().readTree(fetch(path).body());
    }

    /** Waits, woken by the workflow's own live stream where there is news, until it is as wanted. */
    JsonNode await(String path, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = get(path);
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not in time: " + seen.toPrettyString() + "\n"
                        + get(path + "/events").toPrettyString() + "\n" + outbox());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
            seen = get(path);
        }
        return seen;
    }

    /** What a test that waits in vain needs to know. */
    private String outbox() {
        return database()
                .sql("SELECT routing_key, attempts, problem, created_at, sent_at FROM outbox ORDER BY id DESC LIMIT 10")
                .query()
                .listOfRows()
                .toString();
    }

    JsonNode awaitStatus(String path, String status) {
        return await(path, seen -> seen.path("status").asString().equals(status));
    }

    @Override
    public void close() {
        context.close();
    }
}
