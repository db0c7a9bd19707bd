package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.orchestrator.audit.AuditEntry;
import io.verisim.orchestrator.audit.AuditLog;
import io.verisim.orchestrator.objects.adapter.ObjectStoreProperties;
import io.verisim.orchestrator.objects.adapter.S3ObjectStore;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** The audit log as its readers see it. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuditApiTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private TestOrchestrator orchestrator;

    @BeforeAll
    void start(ServiceConnections services) {
        orchestrator = new TestOrchestrator(services, Map.of());
    }

    @AfterAll
    void stop() {
        orchestrator.close();
    }

    private void write(String actor, String action, int minute) {
        orchestrator
                .bean(AuditLog.class)
                .append(AuditEntry.of(
                        "default",
                        NOON.plus(Duration.ofMinutes(minute)),
                        "user",
                        actor,
                        action,
                        null,
                        Map.of("why", "a \"test\", with\nlines")));
    }

    private JsonNode list(String query) {
        return orchestrator.get("/api/v1/audit?" + query);
    }

    private JsonNode awaitEntry(String query) {
        return orchestrator
                .await("/api/v1/audit?" + query, seen -> !seen.path("entries").isEmpty())
                .at("/entries/0");
    }

    @Test
    void entriesAreFilteredAndPaged() {
        write("ben", "garden.plant", 1);
        write("ben", "garden.water", 2);
        write("cleo", "garden.water", 3);
        write("ben", "kitchen.cook", 4);
        assertThat(WalkingSkeletonTest.texts(list("actor=ben").path("entries"), "action"))
                .containsExactly("garden.plant", "garden.water", "kitchen.cook");
        assertThat(WalkingSkeletonTest.texts(list("actor=ben&action=garden.*").path("entries"), "action"))
                .containsExactly("garden.plant", "garden.water");
        assertThat(list("action=garden.water&from=2026-11-21T12:03:00Z&to=2026-11-21T12:04:00Z")
                        .at("/entries/0/actor/id")
                        .asString())
                .isEqualTo("cleo");
        List<String> paged = new ArrayList<>();
        long after = 0;
        for (int page = 0; page < 3; page++) {
            JsonNode answer = list("actor=ben&limit=1&after=" + after);
            paged.addAll(WalkingSkeletonTest.texts(answer.path("entries"), "action"));
            after = answer.path("last").asLong();
        }
        assertThat(paged).containsExactly("garden.plant", "garden.water", "kitchen.cook");
    }

    @Test
    void aFilterThatIsNotUnderstoodIsRefused() {
        for (String wrong : List.of("wrkflow=1", "from=yesterday", "workflow=7", "limit=many")) {
            HttpResponse<String> refused = orchestrator.fetch("/api/v1/audit?" + wrong);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("PARAMETER_", "remedy");
        }
        assertThat(orchestrator.fetch("/api/v1/audit/export?format=xml").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anExportHasTheSameEntriesInEveryFormatAndIsAuditedItself() {
        write("=dora", "shelf.dust", 1);
        write("=dora", "shelf.move", 2);
        HttpResponse<String> csv = orchestrator.fetch("/api/v1/audit/export?format=csv&action=shelf.*");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".csv");
        String[] lines = csv.body().split("\r\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("seq,position,hash,id,at,project,actor_kind,actor_id,action");
        assertThat(lines[1]).contains(",'=dora,shelf.dust,", "\"{\"\"why\"\":");
        JsonNode json = orchestrator.get("/api/v1/audit/export?format=json&action=shelf.*");
        assertThat(WalkingSkeletonTest.texts(json.path("entries"), "action"))
                .containsExactly("shelf.dust", "shelf.move");
        assertThat(json.path("rows").asInt()).isEqualTo(2);
        assertThat(json.at("/entries/0/position").asLong()).isPositive();
        assertThat(json.at("/entries/0/hash").asString()).hasSize(64);

        JsonNode audited = awaitEntry("action=audit.export").path("detail");
        assertThat(audited.path("kind").asString()).isEqualTo("audit");
        assertThat(audited.path("rows").asInt()).isEqualTo(2);
        assertThat(audited.path("complete").asBoolean()).isTrue();
        assertThat(audited.at("/which/format").asString()).isEqualTo("csv");
        JsonNode started = awaitEntry("action=audit.export_started").path("detail");
        assertThat(started.path("trace")).isEqualTo(audited.path("trace"));
        assertThat(started.has("rows")).isFalse();
    }

    @Test
    void everyAccessIsAuditedRefusedOnesIncluded() {
        orchestrator.send(HttpRequest.newBuilder(orchestrator.uri("/api/v1/workflows"))
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.noBody()));
        JsonNode refused = awaitEntry("action=api.call");
        assertThat(refused.at("/detail/status").asInt()).isEqualTo(403);
        assertThat(refused.at("/detail/method").asString()).isEqualTo("POST");
        assertThat(refused.at("/actor/id").asString()).isEqualTo("127.0.0.1");
        orchestrator.fetch("/%61pi/v1/agents");
        orchestrator.fetch("/api/v1/nowhere");
        orchestrator.fetch("/workflow.html");
        JsonNode reads = orchestrator.await(
                "/api/v1/audit?action=api.read&limit=1000",
                seen -> paths(seen).contains("/api/v1/nowhere") && paths(seen).contains("/%61pi/v1/agents"));
        assertThat(paths(reads)).doesNotContain("/workflow.html");
    }

    private static List<String> paths(JsonNode answer) {
        return StreamSupport.stream(answer.path("entries").spliterator(), false)
                .map(entry -> entry.at("/detail/path").asString())
                .toList();
    }

    @Test
    void theLogIsVerifiedOverHttp() {
        write("emil", "door.open", 1);
        JsonNode verification = orchestrator.get("/api/v1/audit/verification");
        assertThat(verification.path("intact").asBoolean()).isTrue();
        assertThat(verification.path("entries").asLong()).isPositive();
        assertThat(verification.path("findings")).isEmpty();
        assertThat(verification.at("/head/position").asLong())
                .isEqualTo(verification.path("entries").asLong());
        assertThat(verification.at("/head/hash").asString()).hasSize(64);
    }

    @Test
    void anOrderlyStopSealsAndAnchorsEverything(ServiceConnections services) {
        try (TestOrchestrator stopped = new TestOrchestrator(services, Map.of())) {
            stopped.fetch("/api/v1/agents");
            stopped.post("/api/v1/workflows/00000000-0000-7000-8000-000000000000/pause");
        }
        try (TestOrchestrator again = new TestOrchestrator(services, Map.of("VERISIM_TIMER_POLL", "1h"));
                S3ObjectStore objects = new S3ObjectStore(new ObjectStoreProperties(
                        services.objects().endpoint(),
                        services.objects().region(),
                        services.objects().bucket(),
                        services.objects().accessKey(),
                        services.objects().secretKey(),
                        true))) {
            List<String> anchors = new ArrayList<>();
            objects.list("audit/heads/", anchors::addAll);
            List<String> chained = again.database()
                    .sql("SELECT a.action FROM audit_log a JOIN audit_chain c ON c.entry_seq = a.seq")
                    .query((row, number) -> String.valueOf(row.getString("action")))
                    .list();
            assertThat(chained).contains("api.read", "api.call");
            assertThat(anchors).last().asString().contains(String.format("%020d-", chained.size()));
        }
    }

    @Test
    void theDocumentOfAnEntryIsComplete() {
        write("fay", "window.close", 1);
        JsonNode entry = awaitEntry("actor=fay");
        assertThat(entry.propertyNames())
                .contains("seq", "id", "at", "project", "actor", "action", "inputs", "outputs", "cost", "detail");
    }
}
