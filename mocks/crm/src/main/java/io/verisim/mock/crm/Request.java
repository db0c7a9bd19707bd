package io.verisim.mock.crm;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the pages see it.
 *
 * @param method HTTP method
 * @param path decoded segments of the path
 * @param query the query
 * @param form the body of a POST
 * @param sessionId what the session cookie holds; null where there is none
 */
record Request(
        String method,
        List<String> path,
        Form query,
        Form form,
        @Nullable String sessionId) {

    static final String COOKIE = "crm_session";

    private static final int MAX_SKIPPED = 16 << 20;
    private static final int MAX_BODY = 4 << 20;

    Request {
        path = List.copyOf(path);
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException where it is malformed
     * @throws TooLarge where its body is
     */
    static Request read(HttpExchange exchange) throws IOException {
        List<String> path = Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        String method = exchange.getRequestMethod();
        Form form = Form.parse(method.equals("POST") ? body(exchange) : null);
        return new Request(method, path, Form.parse(exchange.getRequestURI().getRawQuery()), form, cookie(exchange));
    }

    boolean isPost() {
        return method.equals("POST");
    }

    private static String body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                // A client that still sends when the connection ends does not hear the answer.
                in.skip(MAX_SKIPPED);
                throw new TooLarge();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static @Nullable String cookie(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1))
                .findFirst()
                .orElse(null);
    }

    /** A body beyond the limit. */
    static final class TooLarge extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;
    }
}
