package io.verisim.orchestrator.notification.adapter;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends notifications over HTTP. Follows no redirect, reads no answer beyond its status, and waits for nobody long.
 *
 * <p>{@code X-Verisim-Signature: t=<seconds>,v1=<hex>}: v1 is the HMAC-SHA256 of {@code <seconds>.<body>} with the
 * receiver's secret. {@code X-Verisim-Notification} is the same for every attempt, so that a receiver takes each once.
 */
final class Webhook implements AutoCloseable {

    static final String SIGNATURE = "X-Verisim-Signature";
    static final String NOTIFICATION = "X-Verisim-Notification";

    private static final int FIRST_BAD = 300;

    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    Webhook(Duration timeout, Clock clock) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.timeout = timeout;
        this.clock = clock;
    }

    /** A receiver did not take a notification. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken(String why) {
            super(why);
        }
    }

    /**
     * Sends.
     *
     * @throws NotTaken with a reason that holds neither address nor secret
     */
    void send(Delivery notification, Receivers.Receiver receiver) {
        receiver.refusal().ifPresent(why -> {
            throw new NotTaken(why);
        });
        byte[] body = MessageCodec.mapper()
                .writeValueAsBytes(document(notification, receiver.subscriber().type()));
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.address())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "verisim")
                .header(NOTIFICATION, notification.id().toString())
                .POST(BodyPublishers.ofByteArray(body));
        String secret = receiver.secret();
        if (secret != null && receiver.subscriber().type() == NotificationProperties.Type.WEBHOOK) {
            request.header(SIGNATURE, signature(secret, clock.instant().getEpochSecond(), body));
        }
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status >= FIRST_BAD) {
                throw new NotTaken("it answers " + status);
            }
        } catch (IOException e) {
            throw new NotTaken("it is not reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("the orchestrator stops");
        }
    }

    private static Map<String, Object> document(Delivery notification, NotificationProperties.Type type) {
        Map<String, Object> document = new LinkedHashMap<>();
        if (type == NotificationProperties.Type.SLACK) {
            document.put("text", escaped(notification.sentence()) + " " + notification.link());
            return document;
        }
        document.put("id", notification.id());
        document.put("kind", notification.kind().name().toLowerCase(Locale.ROOT));
        document.put("at", notification.at());
        document.put("project", notification.project());
        document.put("workflowId", notification.workflow());
        document.put("workflow", notification.name());
        if (notification.code() != null) {
            document.put("code", notification.code());
            document.put("category", notification.category());
        }
        document.put("sentence", notification.sentence());
        document.put("link", notification.link());
        return document;
    }

    /** Without what a reader like Slack takes for links and mentions. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String signature(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every JDK has HMAC-SHA256", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
