package io.verisim.bench.faults;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JSON over HTTP. */
final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ERROR = 400;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Map<String, String> headers;

    Http(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    JsonNode get(URI address) throws IOException, InterruptedException {
        return send(request(address).GET());
    }

    JsonNode post(URI address, Object document) throws IOException, InterruptedException {
        return post(
                address,
                Map.of("Content-Type", "application/json"),
                BodyPublishers.ofString(MessageCodec.mapper().writeValueAsString(document)));
    }

    JsonNode post(URI address, Map<String, String> more, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(address);
        more.forEach(request::header);
        return send(request.POST(body));
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= ERROR) {
            throw new IOException("Status " + response.statusCode() + ": " + response.body());
        }
        try {
            return MessageCodec.mapper().readTree(response.body().isBlank() ? "{}" : response.body());
        } catch (JacksonException e) {
            throw new IOException("The answer is no JSON", e);
        }
    }
}
