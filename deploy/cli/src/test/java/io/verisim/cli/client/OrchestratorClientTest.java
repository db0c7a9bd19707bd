package io.verisim.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrchestratorClientTest {

    /** Instead of an answer, the connection is closed. */
    private static final int NONE = 0;

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        int status = answers.size() > 1 ? answers.remove() : answers.element();
        if (status == NONE) {
            exchange.close();
            return;
        }
        byte[] body = "{\"id\": \"7\", \"code\": \"SAID\", \"remedy\": \"Do.\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String start() throws IOException {
        Path source = Files.writeString(directory.resolve("people.csv"), "name\nAda\n");
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new OrchestratorClient(base, Duration.ZERO).start(Map.of("name", "one"), source);
    }

    @Test
    void aStartWithoutAnAnswerIsRepeatedAsTheSameRequest() throws IOException {
        answers.addAll(List.of(NONE, 503, 202));
        assertThat(start()).isEqualTo("7");
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(keys.stream().distinct()).hasSize(1);
        assertThat(start()).isEqualTo("7");
        assertThat(keys.get(3)).as("another start is another request").isNotEqualTo(keys.getFirst());
    }

    @Test
    void aStartThatIsRefusedIsNotRepeated() {
        answers.add(400);
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exit()).isEqualTo(Exit.CONFIGURATION));
        assertThat(keys).hasSize(1);
    }

    @Test
    void aStartThatIsNeverAnsweredEndsWithTheReason() {
        answers.add(503);
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exit()).isEqualTo(Exit.TRANSIENT_EXHAUSTED));
        assertThat(keys).hasSize(10);
    }
}
