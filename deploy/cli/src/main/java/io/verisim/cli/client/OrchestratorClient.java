package io.verisim.cli.client;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import io.verisim.model.message.MessageCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Talks to a running orchestrator over its REST API. */
public final class OrchestratorClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ERROR = 400;
    private static final int TRIES = 10;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final Duration between;

    public OrchestratorClient(URI base) {
        this(base, Duration.ofSeconds(2));
    }

    /**
     * A client.
     *
     * @param between how long it waits before it repeats a request
     */
    OrchestratorClient(URI base, Duration between) {
        this.base = base;
        this.between = between;
    }

    /**
     * The client of the instance that runs in a home.
     *
     * @throws CommandFailure where none does
     */
    public static OrchestratorClient of(Home home) throws IOException {
        return new OrchestratorClient(RunningInstance.require(home).url());
    }

    /**
     * Starts a workflow. A start whose answer does not come, or says that the orchestrator is busy with coming back, is
     * repeated for a while under the same key, so that it starts one workflow.
     *
     * @param configuration JSON document of the workflow
     * @param source file with the source data; streamed
     * @return id of the workflow
     */
    public String start(Map<String, Object> configuration, Path source) {
        String boundary = "verisim-" + UUID.randomUUID();
        byte[] head = (part(boundary, "configuration", null, "application/json")
                        + MessageCodec.mapper().writeValueAsString(configuration)
                        + "\r\n"
                        + part(boundary, "source", source.getFileName().toString(), "text/csv"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = request("/api/v1/workflows")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofInputStream(() -> body(head, source, tail)))
                .build();
        return repeated(request).path("id").asString();
    }

    private static InputStream body(byte[] head, Path source, byte[] tail) {
        try {
            return new SequenceInputStream(Collections.enumeration(List.of(
                    new ByteArrayInputStream(head), Files.newInputStream(source), new ByteArrayInputStream(tail))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(
            String boundary, String name, @org.jspecify.annotations.Nullable String file, String mediaType) {
        String fileName = file == null ? "" : "; filename=\"" + file.replaceAll("[\"\\r\\n]", "_") + "\"";
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + fileName
                + "\r\nContent-Type: " + mediaType + "\r\n\r\n";
    }

    /** Reads a JSON resource. */
    public JsonNode get(String path) {
        return json(request(path).GET().build());
    }

    /** Sends a JSON document; what comes back. */
    public JsonNode post(String path, Object document) {
        return json(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MessageCodec.mapper().writeValueAsString(document)))
                .build());
    }

    /** Deletes a resource; what comes back. */
    public JsonNode delete(String path) {
        return json(request(path).DELETE().build());
    }

    /** Text as one segment of a path. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Reads a JSON resource that takes its time. */
    public JsonNode get(String path, Duration patience) {
        return json(request(path).timeout(patience).GET().build());
    }

    /** Copies a resource into a file; there is none afterwards where it is refused. */
    public void download(String path, Path file) {
        download(path, file, TIMEOUT);
    }

    /** Copies a resource that takes its time into a file; there is none afterwards where it is refused. */
    public void download(String path, Path file, Duration patience) {
        HttpRequest request = request(path).timeout(patience).GET().build();
        try {
            HttpResponse<String> response = http.send(
                    request,
                    head -> head.statusCode() >= ERROR
                            ? BodySubscribers.ofString(StandardCharsets.UTF_8)
                            : BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> ""));
            if (response.statusCode() >= ERROR) {
                Files.deleteIfExists(file);
                throw refused(response.statusCode(), MessageCodec.mapper().readTree(response.body()));
            }
        } catch (JacksonException e) {
            throw unreachable(e);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).header("Accept", "application/json");
    }

    private JsonNode json(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode body = MessageCodec.mapper().readTree(response.body());
            if (response.statusCode() >= ERROR) {
                throw refused(response.statusCode(), body);
            }
            return body;
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException("The orchestrator did not answer with JSON", e));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private JsonNode repeated(HttpRequest request) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return json(request);
            } catch (CommandFailure e) {
                if (left == 0 || e.exit() != Exit.TRANSIENT_EXHAUSTED && !(e.getCause() instanceof IOException)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private void pause(CommandFailure before) {
        try {
            Thread.sleep(between);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw before;
        }
    }

    private static CommandFailure refused(int status, JsonNode problem) {
        return new CommandFailure(
                exit(status),
                problem.path("code").asString("HTTP_" + status),
                problem.path("detail").asString("The orchestrator answered with status " + status + "."),
                problem.path("remedy").asString("Correct the request."));
    }

    /** The category of an error, which the orchestrator tells by the status; what fits no state or resource is usage. */
    private static Exit exit(int status) {
        return switch (status) {
            case 400 -> Exit.CONFIGURATION;
            case 422 -> Exit.DATA;
            case 502 -> Exit.INTEGRATION;
            case 507 -> Exit.RESOURCE;
            case 503 -> Exit.TRANSIENT_EXHAUSTED;
            default -> status < 500 ? Exit.USAGE : Exit.UNEXPECTED;
        };
    }

    private CommandFailure unreachable(Exception cause) {
        return new CommandFailure(
                Exit.INTEGRATION,
                "ORCHESTRATOR_UNREACHABLE",
                "The orchestrator at " + base + " does not answer.",
                "Start it with 'verisim up'.",
                cause);
    }
}
