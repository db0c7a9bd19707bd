package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.message.MessageCodec;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the API takes, refuses, and takes once however often it is sent. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class WorkflowApiTest {

    private static final String CONFIGURATION = "{\"name\": \"once\"}";
    private static final String TABLE = "name,age\nAda,36\n";
    private static final int SENDERS = 8;

    private TestOrchestrator orchestrator;

    @BeforeAll
    void start(ServiceConnections services) {
        orchestrator = new TestOrchestrator(services, Map.of("VERISIM_MAX_SOURCE_BYTES", "100000"));
    }

    @AfterAll
    void stop() {
        orchestrator.close();
    }

    private HttpResponse<String> started(String key, String configuration, String table) {
        return orchestrator.send(
                orchestrator.starting(configuration, "customers.csv", table).header("Idempotency-Key", key));
    }

    private static JsonNode body(HttpResponse<String> response) {
        return MessageCodec.mapper().readTree(response.body());
    }

    private long workflows() {
        return orchestrator
                .database()
                .sql("SELECT count(*) FROM workflow_executions")
                .query(Long.class)
                .single();
    }

    @Test
    void aRequestThatComesAgainHasTheWorkflowOfTheFirst() {
        long before = workflows();
        HttpResponse<String> first = started("again", CONFIGURATION, TABLE);
        HttpResponse<String> second = started("again", CONFIGURATION, TABLE);
        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(202);
        assertThat(body(second).path("id")).isEqualTo(body(first).path("id"));
        assertThat(workflows() - before).isEqualTo(1);
        assertThat(body(started("other", CONFIGURATION, TABLE)).path("id"))
                .isNotEqualTo(body(first).path("id"));
    }

    @Test
    void ofManyAtTheSameTimeOneStartsAWorkflow() throws Exception {
        long before = workflows();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<HttpResponse<String>>> sent = IntStream.range(0, SENDERS)
                    .mapToObj(i -> senders.submit(() -> started("together", CONFIGURATION, TABLE)))
                    .toList();
            String id = body(sent.getFirst().get()).path("id").asString();
            for (Future<HttpResponse<String>> one : sent) {
                assertThat(one.get().statusCode()).isEqualTo(202);
                assertThat(body(one.get()).path("id").asString()).isEqualTo(id);
            }
        }
        assertThat(workflows() - before).isEqualTo(1);
    }

    @Test
    void aKeyOfAnotherRequestIsRefused() {
        JsonNode first = body(started("taken", CONFIGURATION, TABLE));
        for (HttpResponse<String> other : List.of(
                started("taken", "{\"name\": \"two\"}", TABLE), started("taken", CONFIGURATION, "name,age\nBob,1\n"))) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(body(other).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
            assertThat(body(other).path("workflow")).isEqualTo(first.path("id"));
        }
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String key : List.of("", "two words", "x".repeat(256))) {
            HttpResponse<String> refused = started(key, CONFIGURATION, TABLE);
            assertThat(refused.statusCode()).as(key).isEqualTo(400);
            assertThat(body(refused).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        }
    }

    @Test
    void aConfigurationThatIsWrongIsRefusedWithEveryProblem() {
        HttpResponse<String> refused = orchestrator.start("{\"nmae\": 1, \"skipStages\": [\"x\"]}", "a.csv", "a\n1\n");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("CONFIGURATION_INVALID", "nmae", "errors", "remedy", "traceId");
        assertThat(orchestrator
                        .start("{\"name\": \"x\", \"skipStages\": [\"profile\"]}", "a.csv", "a\n1\n")
                        .body())
                .contains("needs 'sensitivity'");
    }

    @Test
    void aSourceThatIsTooLargeIsRefused() {
        HttpResponse<String> refused = orchestrator.start(CONFIGURATION, "big.csv", "x".repeat(200_000));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("SOURCE_TOO_LARGE", "VERISIM_MAX_SOURCE_BYTES");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(orchestrator
                        .fetch("/api/v1/workflows/00000000-0000-7000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(orchestrator.fetch("/api/v1/workflows/nonsense").statusCode())
                .isEqualTo(400);
        assertThat(orchestrator.fetch("/api/v1/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesOfOtherSitesCannotChangeAnything() {
        HttpResponse<String> forged = orchestrator.send(HttpRequest.newBuilder(orchestrator.uri("/api/v1/workflows"))
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("FOREIGN_ORIGIN");
    }

    @Test
    void everythingItNeedsIsHealthy() {
        JsonNode health = orchestrator.get("/api/v1/health");
        assertThat(health.path("status").asString()).isEqualTo("healthy");
        assertThat(WalkingSkeletonTest.texts(health.path("dependencies"), "name"))
                .containsExactly("database", "broker", "objects");
    }
}
