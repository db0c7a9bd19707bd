package io.verisim.mock.crm;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status HTTP status
 * @param headers names and values
 * @param body content; empty where there is none
 */
record Response(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final String SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    static Response page(int status, Html html) {
        return new Response(
                status,
                List.of(
                        Map.entry("Content-Type", "text/html; charset=utf-8"),
                        Map.entry("Cache-Control", "no-store"),
                        Map.entry("Content-Security-Policy", SECURITY_POLICY),
                        Map.entry("X-Content-Type-Options", "nosniff"),
                        Map.entry("Referrer-Policy", "same-origin")),
                html.text().getBytes(StandardCharsets.UTF_8));
    }

    static Response asset(String mediaType, byte[] content) {
        return new Response(
                200,
                List.of(Map.entry("Content-Type", mediaType), Map.entry("Cache-Control", "max-age=3600")),
                content);
    }

    /** After a POST: the browser goes on to another page of this application. */
    static Response redirect(String location) {
        return new Response(303, List.of(Map.entry("Location", location)), new byte[0]);
    }

    Response withSession(Session session) {
        return with("Set-Cookie", Request.COOKIE + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Lax");
    }

    Response withoutSession() {
        return with("Set-Cookie", Request.COOKIE + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    /** The last of its connection: what is left of the request is not read. */
    Response last() {
        return with("Connection", "close");
    }

    private Response with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        Headers out = exchange.getResponseHeaders();
        headers.forEach(header -> out.add(header.getKey(), header.getValue()));
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }
}
