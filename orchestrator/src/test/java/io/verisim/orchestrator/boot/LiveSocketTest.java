package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.events.adapter.LiveSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Live news over WebSocket, as a program sees them. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class LiveSocketTest {

    private static final String SHORT = """
            {"name": "short", "skipStages": ["synthesize", "distribute", "build_tests", "execute_tests", "report"]}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private TrivialAgents agents;
    private TestOrchestrator orchestrator;

    @BeforeAll
    void start(ServiceConnections services) throws Exception {
        agents = new TrivialAgents(services.broker(), services.objects());
        agents.start();
        orchestrator = new TestOrchestrator(services, Map.of("VERISIM_LIVE_PATIENCE", "2s"));
    }

    @AfterAll
    void stop() throws Exception {
        http.shutdownNow();
        orchestrator.close();
        agents.close();
    }

    /** Collects messages; reads on only where it is told to. */
    private static final class Viewer implements WebSocket.Listener {

        private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private final boolean reads;

        Viewer(boolean reads) {
            this.reads = reads;
        }

        @Override
        public void onOpen(WebSocket socket) {
            if (reads) {
                socket.request(1);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                messages.add(MessageCodec.mapper().readTree(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        List<JsonNode> lines(String path) {
            List<JsonNode> lines = new ArrayList<>();
            for (JsonNode message : messages) {
                for (JsonNode line : message.path("events")) {
                    if (line.path("workflow").asString().equals(id(path))) {
                        lines.add(line.path("event"));
                    }
                }
            }
            return lines;
        }

        List<JsonNode> notifications() {
            List<JsonNode> all = new ArrayList<>();
            messages.forEach(message -> message.path("notifications").forEach(all::add));
            return all;
        }

        long lastSeq() {
            return messages.getLast().path("seq").asLong();
        }
    }

    private WebSocket connect(String query, Viewer viewer) {
        URI address =
                URI.create(orchestrator.uri("/api/v1/live" + query).toString().replaceFirst("http", "ws"));
        return http.newWebSocketBuilder().buildAsync(address, viewer).join();
    }

    private void await(Predicate<JsonNode> wanted) {
        orchestrator.await("/api/v1/health", wanted);
    }

    @Test
    void allWorkflowsAreToldLineByLineWithoutGapsAndNotificationsAmongThem() {
        Viewer viewer = new Viewer(true);
        WebSocket socket = connect("", viewer);
        await(any -> !viewer.messages.isEmpty());
        assertThat(viewer.messages.getFirst().path("type").asString()).isEqualTo("snapshot");
        assertThat(viewer.messages.getFirst().path("workflows").isArray()).isTrue();
        List<String> paths =
                List.of(orchestrator.started(SHORT), orchestrator.started(SHORT), orchestrator.started(SHORT));
        for (String path : paths) {
            orchestrator.awaitStatus(path, "COMPLETED");
            long last = orchestrator.get(path).path("lastSequence").asLong();
            await(any -> viewer.lines(path).size() == last);
            for (int i = 0; i < last; i++) {
                assertThat(viewer.lines(path).get(i).path("seq").asLong()).isEqualTo(i + 1);
            }
        }
        await(any -> viewer.notifications().size() >= 3);
        assertThat(viewer.notifications())
                .extracting(one -> one.path("kind").asString())
                .containsOnly("completed");
        assertThat(viewer.messages)
                .extracting(message -> message.path("seq").asLong())
                .isSorted();
        socket.abort();
    }

    @Test
    void aViewOfOneWorkflowGoesOnWhereItWasLeft() {
        Viewer first = new Viewer(true);
        connect("", first).abort();
        String path = orchestrator.started(SHORT);
        orchestrator.awaitStatus(path, "COMPLETED");
        long all = orchestrator.get(path).path("lastSequence").asLong();
        Viewer whole = new Viewer(true);
        WebSocket socket = connect("?workflow=" + id(path) + "&after=0", whole);
        await(any -> whole.lines(path).size() == all);
        assertThat(whole.messages.getFirst().at("/workflow/status").asString()).isEqualTo("COMPLETED");
        assertThat(whole.messages.stream().skip(1).flatMap(message -> workflows(message).stream()))
                .containsOnly(id(path));
        long middle = whole.messages.get(2).path("seq").asLong();
        long seen = whole.messages.stream()
                .limit(3)
                .mapToLong(message -> message.path("events").size())
                .sum();
        Viewer rest = new Viewer(true);
        WebSocket again = connect("?workflow=" + id(path) + "&after=" + middle, rest);
        await(any -> rest.lines(path).size() == all - seen);
        assertThat(rest.lines(path).getFirst().path("seq").asLong()).isEqualTo(seen + 1);
        assertThat(rest.lastSeq()).isEqualTo(whole.lastSeq());
        socket.abort();
        again.abort();
    }

    private static List<String> workflows(JsonNode message) {
        List<String> ids = new ArrayList<>();
        message.path("events").forEach(line -> ids.add(line.path("workflow").asString()));
        return ids;
    }

    @Test
    void whoTakesNothingIsDroppedAndHoldsUpNobody() {
        String path = orchestrator.started(SHORT);
        orchestrator.awaitStatus(path, "COMPLETED");
        Viewer awake = new Viewer(true);
        WebSocket good = connect("?workflow=" + id(path), awake);
        await(any -> !awake.messages.isEmpty());
        LiveSocket socket = orchestrator.bean(LiveSocket.class);
        Set<String> before = socket.viewers();
        WebSocket asleep = connect("?workflow=" + id(path), new Viewer(false));
        await(any -> !before.containsAll(socket.viewers()));
        // More than the buffers on the way hold, in messages that a reader takes in time also on a busy machine.
        for (int message = 0; message < 100; message++) {
            orchestrator
                    .database()
                    .sql("""
                            INSERT INTO agent_logs (workflow_id, seq, at, kind, level, source, sentence, data)
                            SELECT CAST(:id AS uuid), :from + i, now(), 'much', 'INFO', 'test', repeat('x', 4000), '{}'
                            FROM generate_series(1, 50) AS i""")
                    .param("id", id(path))
                    .param("from", 1000 + 50 * message)
                    .update();
        }
        await(any -> awake.lines(path).size() == 5000);
        await(any -> before.containsAll(socket.viewers()));
        good.abort();
        asleep.abort();
    }

    @Test
    void aPageOfAnotherSiteIsRefused() {
        URI address = URI.create(orchestrator.uri("/api/v1/live").toString().replaceFirst("http", "ws"));
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(address, new Viewer(true))
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
