package io.verisim.bench.faults;

import io.verisim.model.message.MessageCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a user asks of the orchestrator. Whatever cannot be had at the moment is an {@link IOException}. */
final class Api {

    private static final String WORKFLOWS = "/api/v1/workflows";
    private static final String BOUNDARY = "verisim-bench-7d1a";

    private final Instance instance;
    private final Http http = new Http(Map.of());

    Api(Instance instance) {
        this.instance = instance;
    }

    /** Whether there is anybody to ask. */
    boolean answers() {
        return instance.answers();
    }

    /** Starts a workflow, once however often it is asked for; its id. */
    String start(Order order) throws IOException, InterruptedException {
        Path source = order.source();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String begin = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        write(body, begin + "configuration\"\r\nContent-Type: application/json\r\n\r\n");
        write(body, MessageCodec.mapper().writeValueAsString(order.configuration()) + "\r\n");
        write(body, begin + "source\"; filename=\"" + source.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n");
        body.write(Files.readAllBytes(source));
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return http.post(
                        instance.url().resolve(WORKFLOWS),
                        Map.of(
                                "Content-Type",
                                "multipart/form-data; boundary=" + BOUNDARY,
                                "Idempotency-Key",
                                order.name()),
                        BodyPublishers.ofByteArray(body.toByteArray()))
                .path("id")
                .asString();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode workflow(String id) throws IOException, InterruptedException {
        return get(WORKFLOWS + "/" + id);
    }

    /** Pauses, resumes or aborts it. */
    void steer(String id, String command) throws IOException, InterruptedException {
        http.post(instance.url().resolve(WORKFLOWS + "/" + id + "/" + command), Map.of());
    }

    void answer(String id, String question, String choice) throws IOException, InterruptedException {
        http.post(instance.url().resolve(WORKFLOWS + "/" + id + "/questions/" + question), Map.of("choice", choice));
    }

    /** Messages that nobody could handle. */
    JsonNode parked() throws IOException, InterruptedException {
        return get("/api/v1/parked").path("parked");
    }

    /** Agents that the orchestrator knows. */
    JsonNode agents() throws IOException, InterruptedException {
        return get("/api/v1/agents").path("agents");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return http.get(instance.url().resolve(path));
    }
}
