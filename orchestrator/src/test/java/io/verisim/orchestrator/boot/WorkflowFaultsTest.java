package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.AgentName;
import io.verisim.model.message.Control;
import io.verisim.model.message.ControlAction;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import io.verisim.model.message.RequestInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What goes wrong, is stopped, repeated or asked, over real messages, database and objects. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class WorkflowFaultsTest {

    /** Profile only: short, and all of it in one task. */
    private static final String SHORT = """
            {"name": "short", "skipStages": ["synthesize", "distribute", "build_tests", "execute_tests", "report"]}""";

    private static final ErrorDetail SLOW =
            ErrorDetail.of(ErrorCategory.TRANSIENT, "SLOW", "The service is slow.", "Wait.");

    private TrivialAgents agents;
    private TestOrchestrator orchestrator;

    @BeforeAll
    void start(ServiceConnections services) throws Exception {
        agents = new TrivialAgents(services.broker(), services.objects());
        agents.start();
        orchestrator = new TestOrchestrator(
                services,
                Map.of(
                        "VERISIM_RETRY_DELAYS", "100ms,200ms,400ms",
                        "VERISIM_TIMER_POLL", "50ms",
                        "VERISIM_AGENT_LOST_AFTER", "3s"));
    }

    @AfterAll
    void stop() throws Exception {
        orchestrator.close();
        agents.close();
    }

    @BeforeEach
    void behaveAsUsual() {
        agents.on("profile", agents::usual);
    }

    /** Answers the first attempts with errors, one after the other, and works then. */
    private void profileFailsFirst(ErrorDetail... errors) {
        agents.on("profile", failing(errors));
    }

    private Function<Envelope, @Nullable Payload> failing(ErrorDetail... errors) {
        return envelope -> envelope.attempt() <= errors.length
                ? new ErrorOccurred("profile", errors[envelope.attempt() - 1])
                : agents.usual(envelope);
    }

    @Test
    void whatPassesByItselfIsTriedAgainUntilItWorks() {
        profileFailsFirst(SLOW, SLOW);
        String path = orchestrator.started(SHORT);
        JsonNode done = orchestrator.awaitStatus(path, "COMPLETED");
        assertThat(done.at("/tasks/0/attempt").asInt()).isEqualTo(3);
        assertThat(orchestrator
                        .database()
                        .sql("SELECT decision FROM error_records WHERE workflow_id = CAST(:id AS uuid) ORDER BY at")
                        .param("id", id(path))
                        .query(String.class)
                        .list())
                .containsExactly("Tried again in 0.1 s (attempt 2 of 4).", "Tried again in 0.2 s (attempt 3 of 4).");
    }

    @Test
    void whatDoesNotPassPausesTheWorkflowAndAResumeGoesOn() {
        profileFailsFirst(SLOW, SLOW, SLOW, SLOW);
        String path = orchestrator.started(SHORT);
        JsonNode paused = orchestrator.awaitStatus(path, "PAUSED");
        assertThat(paused.at("/error/code").asString()).isEqualTo("SLOW");
        assertThat(paused.at("/lastCheckpoint/label").asString()).isEqualTo("paused");
        assertThat(paused.at("/error/tried").asString()).isEqualTo("Paused: it was tried 4 times.");
        assertThat(paused.at("/stages/0/status").asString()).isEqualTo("PAUSED");
        assertThat(orchestrator.post(path + "/resume").statusCode()).isEqualTo(202);
        JsonNode done = orchestrator.awaitStatus(path, "COMPLETED");
        assertThat(done.path("error").isMissingNode()).isTrue();
    }

    @Test
    void wrongDataFailsAtOnceAndARetryRepeatsIt() {
        profileFailsFirst(ErrorDetail.of(ErrorCategory.DATA, "CSV_RAGGED_ROW", "Row 17 is ragged.", "Correct row 17.")
                .withContext(Map.of("row", "17")));
        String path = orchestrator.started(SHORT);
        JsonNode failed = orchestrator.awaitStatus(path, "FAILED");
        assertThat(failed.at("/error/category").asString()).isEqualTo("DATA");
        assertThat(failed.at("/error/context/row").asString()).isEqualTo("17");
        assertThat(failed.at("/tasks/0/attempt").asInt()).isEqualTo(1);
        JsonNode error = orchestrator.get(path + "/errors").at("/errors/0");
        assertThat(error.path("type").asString()).isEqualTo("CSV_RAGGED_ROW");
        assertThat(error.at("/affected/row").asString()).isEqualTo("17");
        assertThat(error.path("agent").asString()).isEqualTo("data-processor");
        assertThat(error.at("/action/sentence").asString()).startsWith("Correct row 17");
        assertThat(error.at("/action/link").asString()).isEqualTo("/workflow.html?id=" + id(path) + "#commands");
        assertThat(error.at("/action/command").asString()).isEqualTo("verisim retry " + id(path));
        HttpResponse<String> illegal = orchestrator.post(path + "/pause");
        assertThat(illegal.statusCode()).isEqualTo(409);
        assertThat(illegal.body()).contains("ILLEGAL_TRANSITION", "FAILED", "PAUSE", "traceId", "remedy");
        orchestrator.post(path + "/retry", "{\"actor\": {\"kind\": \"user\", \"id\": \"ada\"}}");
        orchestrator.awaitStatus(path, "COMPLETED");
        assertThat(orchestrator
                        .database()
                        .sql("""
                                SELECT actor_id FROM audit_log
                                WHERE workflow_id = CAST(:id AS uuid) AND action = 'workflow.retry'""")
                        .param("id", id(path))
                        .query(String.class)
                        .list())
                .containsExactly("ada");
    }

    @Test
    void everySensitiveFieldStandsInTheAuditLogWithTypeConfidenceAndMethod() {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            fields.add(Map.of(
                    "table", "customers",
                    "field", "field " + i,
                    "type", "EMAIL",
                    "confidence", 0.7 + i / 1000.0,
                    "method", "person"));
        }
        agents.on("profile", envelope -> {
            ProcessingComplete usual = (ProcessingComplete) agents.usual(envelope);
            return new ProcessingComplete(
                    usual.taskType(),
                    usual.outputs(),
                    usual.followUps(),
                    Map.of("confidence.9", 200.0, "strategy.person", 200.0),
                    Map.of("sensitivity", Map.of("fields", 300, "sensitive", 200, "log", fields)),
                    usual.cost());
        });
        String path = orchestrator.started(SHORT);
        orchestrator.awaitStatus(path, "COMPLETED");
        JsonNode entry = orchestrator
                .get("/api/v1/audit?action=task.completed&workflow=" + id(path))
                .at("/entries/0");
        JsonNode log = entry.at("/detail/facts/sensitivity/log");
        assertThat(log).hasSize(200);
        for (int i = 0; i < 200; i++) {
            assertThat(log.get(i).path("field").asString()).isEqualTo("field " + i);
            assertThat(log.get(i).path("type").asString()).isEqualTo("EMAIL");
            assertThat(log.get(i).path("confidence").asDouble()).isEqualTo(0.7 + i / 1000.0);
            assertThat(log.get(i).path("method").asString()).isEqualTo("person");
        }
        assertThat(entry.at("/detail/metrics/confidence.9").asDouble()).isEqualTo(200);
        assertThat(entry.at("/detail/metrics/strategy.person").asDouble()).isEqualTo(200);
        assertThat(entry.path("outputs")).as("the report itself, by checksum").hasSize(2);
    }

    @Test
    void aPauseStopsTheHolderAndTheWorkIsDoneAgainLater() {
        agents.on("profile", envelope -> envelope.attempt() == 1 ? null : agents.usual(envelope));
        String path = orchestrator.started(SHORT);
        JsonNode running = orchestrator.await(
                path, seen -> seen.at("/tasks/0/status").asString().equals("RUNNING"));
        String task = running.at("/tasks/0/id").asString();
        orchestrator.post(path + "/pause");
        orchestrator.await(
                path,
                seen -> agents.controls().stream()
                        .anyMatch(envelope -> String.valueOf(envelope.taskId()).equals(task)
                                && ((Control) envelope.payload()).action() == ControlAction.PAUSE));
        orchestrator.post(path + "/resume");
        JsonNode done = orchestrator.awaitStatus(path, "COMPLETED");
        assertThat(done.at("/tasks/0/attempt").asInt()).isEqualTo(2);
    }

    @Test
    void anAbortEndsTheWorkflow() {
        agents.on("profile", envelope -> null);
        String path = orchestrator.started(SHORT);
        orchestrator.await(path, seen -> seen.at("/tasks/0/status").asString().equals("RUNNING"));
        orchestrator.post(path + "/abort");
        JsonNode aborted = orchestrator.awaitStatus(path, "ABORTED");
        assertThat(aborted.at("/tasks/0/status").asString()).isEqualTo("SKIPPED");
        assertThat(aborted.at("/stages/0/status").asString()).isEqualTo("ABORTED");
    }

    @Test
    void aSkippedStageIsLeftOut() {
        agents.on("profile", envelope -> null);
        String path = orchestrator.started(SHORT);
        orchestrator.await(path, seen -> seen.at("/tasks/0/status").asString().equals("RUNNING"));
        orchestrator.post(path + "/skip");
        JsonNode done = orchestrator.awaitStatus(path, "COMPLETED");
        assertThat(done.at("/stages/0/status").asString()).isEqualTo("SKIPPED");
    }

    @Test
    void aQuestionWaitsForItsAnswer() {
        agents.on("profile", asking(Instant.now().plus(Duration.ofHours(1))));
        String path = orchestrator.started(SHORT);
        JsonNode waiting = orchestrator.awaitStatus(path, "WAITING_INPUT");
        String question = waiting.at("/questions/0/id").asString();
        orchestrator.post(path + "/questions/" + question, "{\"choice\": \"no\"}");
        orchestrator.awaitStatus(path, "COMPLETED");
        DataReady second = (DataReady) agents.received("profile").getLast().payload();
        assertThat(second.parameters()).containsEntry("answers", Map.of("Is 'ref' sensitive?", "no"));
        assertThat(orchestrator
                        .post(path + "/questions/" + question, "{\"choice\": \"no\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theDefaultAnswersAtTheDeadline() {
        agents.on("profile", asking(Instant.now().plusMillis(300)));
        String path = orchestrator.started(SHORT);
        orchestrator.awaitStatus(path, "COMPLETED");
        DataReady second = (DataReady) agents.received("profile").getLast().payload();
        assertThat(second.parameters()).containsEntry("answers", Map.of("Is 'ref' sensitive?", "yes"));
    }

    private Function<Envelope, @Nullable Payload> asking(Instant deadline) {
        return envelope -> envelope.attempt() == 1
                ? new RequestInput("Is 'ref' sensitive?", Map.of("share", 0.5), List.of("yes", "no"), "yes", deadline)
                : agents.usual(envelope);
    }

    @Test
    void aMessageThatComesTwiceCountsOnce() {
        agents.on("profile", envelope -> {
            try {
                Envelope answer = agents.envelope(new AgentName("data-processor"), envelope, agents.usual(envelope));
                agents.send(answer);
                agents.send(answer);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            // A third result of the same attempt, in another message.
            return agents.usual(envelope);
        });
        String path = orchestrator.started(SHORT);
        orchestrator.awaitStatus(path, "COMPLETED");
        JsonNode events = orchestrator.await(
                path + "/events",
                seen -> WalkingSkeletonTest.texts(seen.path("events"), "kind").contains("late_result"));
        assertThat(WalkingSkeletonTest.texts(events.path("events"), "kind"))
                .containsOnlyOnce("task_completed")
                .containsOnlyOnce("late_result");
    }

    @Test
    void theTaskOfAnAgentThatFellSilentGoesBack() {
        agents.on("profile", envelope -> envelope.attempt() == 1 ? null : agents.usual(envelope));
        agents.beats("data-processor", "data-processor-1", false);
        String path = orchestrator.started(SHORT);
        JsonNode done = orchestrator.awaitStatus(path, "COMPLETED");
        assertThat(done.at("/tasks/0/attempt").asInt()).isEqualTo(2);
        assertThat(WalkingSkeletonTest.texts(orchestrator.get("/api/v1/agents").path("agents"), "status"))
                .contains("LOST");
        agents.beats("data-processor", "data-processor-1", true);
    }

    @Test
    void whatIsNoMessageIsParkedWithItsReasonReplayedAndDiscarded() throws Exception {
        agents.sendRaw("status_update.nobody", "no message".getBytes(StandardCharsets.UTF_8));
        JsonNode parked = onlyParked();
        assertThat(parked.path("reason").asString()).contains("Not a message of contract");
        assertThat(parked.path("queue").asString()).isEqualTo(QueueNames.ORCHESTRATOR);

        assertThat(orchestrator
                        .post("/api/v1/parked/" + parked.path("id").asString() + "/replay", "{}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode again = onlyParked();
        assertThat(again.path("id")).as("it came back as another message").isNotEqualTo(parked.path("id"));

        String address = "/api/v1/parked/" + again.path("id").asString();
        assertThat(orchestrator.delete(address).statusCode()).isEqualTo(200);
        assertThat(orchestrator.get("/api/v1/parked").path("parked")).isEmpty();
        assertThat(orchestrator.delete(address).statusCode()).isEqualTo(404);
    }

    private JsonNode onlyParked() {
        return orchestrator
                .await("/api/v1/parked", answer -> answer.path("parked").size() == 1)
                .at("/parked/0");
    }

    @Test
    void theLiveStreamBeginsWithASnapshotAndResumesWhereItWasLeft() throws Exception {
        String path = orchestrator.started(SHORT);
        orchestrator.awaitStatus(path, "COMPLETED");
        List<String> all = stream(path, null, "COMPLETED");
        assertThat(all.getFirst()).isEqualTo("event:snapshot");
        assertThat(all).contains("id:1", "id:2");
        List<String> rest = stream(path, "2", "COMPLETED");
        assertThat(rest).contains("id:3").doesNotContain("id:1", "id:2");
    }

    private List<String> stream(String path, @Nullable String lastEventId, String until) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(orchestrator.uri(path + "/events")).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        List<String> lines = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        http.send(request.build(), BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null && !line.contains("\"to\":\"" + until)) {
                lines.add(line);
                line = reader.readLine();
            }
            http.shutdownNow();
        }
        return lines;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
