package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.message.DataReady;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A whole workflow through every stage, over real messages, database and objects. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class WalkingSkeletonTest {

    private static final String CONFIGURATION = """
            {"name": "Telecom cycle", "tags": ["demo"],
             "synthesis": {"model": "latent_mixture", "rows": 10, "seed": 42},
             "targets": [{"name": "crm", "type": "postgres", "table": "customers"},
                         {"name": "export", "type": "file", "format": "csv"}],
             "tests": {"framework": "playwright", "baseUrl": "http://127.0.0.1:9999"}}""";

    private TrivialAgents agents;
    private TestOrchestrator orchestrator;

    @BeforeAll
    void start(ServiceConnections services) throws Exception {
        agents = new TrivialAgents(services.broker(), services.objects());
        agents.start();
        orchestrator = new TestOrchestrator(services, Map.of());
    }

    @AfterAll
    void stop() throws Exception {
        orchestrator.close();
        agents.close();
    }

    @Test
    void aWorkflowRunsThroughEveryStage() {
        String path = orchestrator.started(CONFIGURATION);
        JsonNode done = orchestrator.awaitStatus(path, "COMPLETED");

        assertThat(texts(done.path("stages"), "status")).containsOnly("COMPLETED");
        assertThat(texts(done.path("tasks"), "taskType"))
                .containsExactly(
                        "profile",
                        "fit",
                        "sample",
                        "sample",
                        "detect",
                        "evaluate",
                        "gate",
                        "load",
                        "load",
                        "build_tests",
                        "execute_test",
                        "execute_test",
                        "execute_test",
                        "publish_results");
        summaryIsComplete(orchestrator.get(path + "/summary"));
        stepsGetWhatTheyNeed();
        artifactsCanBeFetched(path);
        everythingIsRecorded(path);
    }

    private void summaryIsComplete(JsonNode summary) {
        assertThat(summary.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(summary.path("seconds").asDouble()).isPositive();
        assertThat(texts(summary.path("stages"), "agent"))
                .containsExactly(
                        "data-processor",
                        "synthesizer",
                        "distributor",
                        "test-case-builder",
                        "test-executor",
                        "test-executor");
        assertThat(summary.at("/sensitivity/fields").asInt()).isEqualTo(3);
        assertThat(summary.at("/synthetic/quality/overallAllPairs").asDouble()).isEqualTo(0.97);
        assertThat(summary.at("/synthetic/quality/treeDetectorAuc").asDouble()).isEqualTo(0.55);
        assertThat(texts(summary.path("targets"), "name")).containsExactly("crm", "export");
        assertThat(summary.at("/tests/failed").asInt()).isEqualTo(1);
        assertThat(summary.at("/sandbox").asString()).isEqualTo("bubblewrap");
        for (String name : List.of("report", "dataset", "junit")) {
            assertThat(orchestrator
                            .fetch(summary.at("/artifacts/" + name).asString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private void stepsGetWhatTheyNeed() {
        DataReady sample = (DataReady) agents.received("sample").getFirst().payload();
        assertThat(sample.parameters()).containsEntry("model", "latent_mixture").containsKeys("seed", "firstBlock");
        assertThat(sample.inputs()).containsOnlyKeys("model");
        DataReady load = (DataReady) agents.received("load").getFirst().payload();
        assertThat(load.inputs().get("chunk")).hasSize(2);
        assertThat(load.parameters()).containsKeys("name", "type");
        DataReady publish =
                (DataReady) agents.received("publish_results").getFirst().payload();
        assertThat(publish.inputs().get("result")).hasSize(3);
        assertThat(publish.inputs()).containsKey("detector");
    }

    private void artifactsCanBeFetched(String path) {
        JsonNode list = orchestrator.get(path + "/artifacts").path("artifacts");
        assertThat(texts(list, "role")).contains("profile", "chunk", "report").doesNotContain("source");
        JsonNode report = StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path("role").asString().equals("report"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> page = orchestrator.fetch(report.path("url").asString());
        assertThat(page.body()).contains("<title>Report</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox", "default-src 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("report.html");
    }

    private void everythingIsRecorded(String path) {
        JsonNode events = orchestrator.get(path + "/events").path("events");
        assertThat(texts(events, "kind")).contains("stage_started", "task_started", "task_progress", "task_completed");
        long[] numbers = StreamSupport.stream(events.spliterator(), false)
                .mapToLong(event -> event.path("seq").asLong())
                .toArray();
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).isEqualTo(i + 1);
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(orchestrator
                        .database()
                        .sql("SELECT label FROM checkpoints WHERE workflow_id = CAST(:id AS uuid) ORDER BY id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .contains("profile", "synthesize", "load:crm", "load:export", "build_tests");
        orchestrator.await(path, seen -> seen.at("/lastCheckpoint/stored").asBoolean());
        assertThat(orchestrator
                        .database()
                        .sql("SELECT count(*) FROM audit_log WHERE workflow_id = CAST(:id AS uuid)")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(14);
    }

    static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.path(field).asString())
                .toList();
    }
}
