package io.verisim.mock.jira;

import com.sun.net.httpserver.HttpExchange;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One request and its answer. */
final class Call {

    private static final int MAX_JSON_BYTES = 4 << 20;

    private final HttpExchange exchange;
    private final Map<String, String> query;
    private final List<String> groups;

    Call(HttpExchange exchange, List<String> groups) {
        this.exchange = exchange;
        this.groups = groups;
        this.query = parseQuery(exchange.getRequestURI().getRawQuery());
    }

    /** The n-th variable part of the path, from 0. */
    String path(int index) {
        return URLDecoder.decode(groups.get(index), StandardCharsets.UTF_8);
    }

    /** A variable part of the path that is a number; no other exists, so anything else is not found. */
    long pathId(int index) {
        try {
            return Long.parseLong(path(index));
        } catch (NumberFormatException e) {
            throw Refusal.of(404, "Can not find a resource for id: " + path(index));
        }
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A whole number of the query, within limits. */
    int number(String name, int fallback, int min, int max) {
        String text = query.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            return Math.clamp(Long.parseLong(text), min, max);
        } catch (NumberFormatException e) {
            throw Refusal.of(400, "The value '" + text + "' is not a number for '" + name + "'.");
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    ObjectNode jsonObject() throws IOException {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.of(400, "Invalid request payload. Refer to the REST API documentation and try again.");
    }

    JsonNode json() throws IOException {
        if (!header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Refusal.of(415, "Unsupported Media Type");
        }
        try {
            return MessageCodec.mapper().readTree(body(MAX_JSON_BYTES));
        } catch (JacksonException e) {
            throw Refusal.of(400, "There was an error parsing JSON. Check that your request body is valid.");
        }
    }

    byte[] body(long limit) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(limit + 1));
            if (bytes.length > limit) {
                // The rest of the request is not read, so nothing can follow on this connection.
                responseHeader("Connection", "close");
                throw Refusal.of(413, "The request is larger than the maximum of " + limit + " bytes.");
            }
            return bytes;
        }
    }

    void json(int status, JsonNode body) throws IOException {
        send(status, "application/json;charset=UTF-8", MessageCodec.mapper().writeValueAsBytes(body));
    }

    void html(int status, String page) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'");
        send(status, "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    void text(int status, String body) throws IOException {
        send(status, "text/plain;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    void empty(int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    void send(int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    void responseHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    private static Map<String, String> parseQuery(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.merge(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8),
                        (a, b) -> a + "," + b);
            }
        }
        return values;
    }
}
