package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.message.CostRecord;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.RequestInput;
import io.verisim.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Property 16: the audit log is complete. Random workflows are run, with errors, questions and people who steer; what
 * the log says of them is compared with what the tables of workflows and tasks, and the agents, say.
 */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuditCompleteTest {

    private static final List<String> STAGES =
            List.of("profile", "synthesize", "distribute", "build_tests", "execute_tests", "report");
    private static final ErrorDetail SLOW =
            ErrorDetail.of(ErrorCategory.TRANSIENT, "SLOW", "The service is slow.", "Wait.");
    private static final ErrorDetail WRONG =
            ErrorDetail.of(ErrorCategory.DATA, "CSV_RAGGED_ROW", "Row 17 is ragged.", "Correct row 17.");
    private static final int TRIES = 15;

    private TrivialAgents agents;
    private TestOrchestrator orchestrator;

    @BeforeAll
    void start(ServiceConnections services) throws Exception {
        agents = new TrivialAgents(services.broker(), services.objects());
        agents.start();
        orchestrator = new TestOrchestrator(
                services, Map.of("VERISIM_RETRY_DELAYS", "20ms,20ms,20ms", "VERISIM_TIMER_POLL", "20ms"));
    }

    @AfterAll
    void stop() throws Exception {
        orchestrator.close();
        agents.close();
    }

    /** A workflow as chance has it. */
    private record Plan(String user, int stages, int targets, Map<String, Function<Envelope, Payload>> behaviours) {

        String configuration() {
            List<Map<String, Object>> list = new ArrayList<>();
            for (int i = 0; i < targets; i++) {
                list.add(Map.of("name", "target-" + i, "type", i % 2 == 0 ? "postgres" : "file"));
            }
            return MessageCodec.mapper()
                    .writeValueAsString(Map.of(
                            "name",
                            "random",
                            "actor",
                            Map.of("kind", "user", "id", user),
                            "targets",
                            list,
                            "skipStages",
                            STAGES.subList(stages, STAGES.size())));
        }
    }

    @Property(tries = TRIES, maxSize = 6)
    void theLogTellsStartEndUserInputsAndOutputs(RandomGenerator random, int size) {
        Plan plan = plan(random, Math.max(1, size));
        TrivialAgents.TASK_TYPES.values().stream()
                .flatMap(List::stream)
                .forEach(type -> agents.on(type, plan.behaviours().getOrDefault(type, this::usual)::apply));

        String path = orchestrator.started(plan.configuration());
        String end = steer(path, plan, random);

        String id = path.substring(path.lastIndexOf('/') + 1);
        List<JsonNode> entries = StreamSupport.stream(
                        orchestrator
                                .get("/api/v1/audit?limit=1000&workflow=" + id)
                                .path("entries")
                                .spliterator(),
                        false)
                .filter(entry -> !entry.path("action").asString().startsWith("api."))
                .toList();
        startIsTold(entries.getFirst(), id, plan);
        endIsTold(entries, id, end);
        outputsAreTold(entries, id);
        errorsAreTold(entries, id);
        costsAreTold(entries, id);
        assertThat(orchestrator.get("/api/v1/audit/verification").path("intact").asBoolean())
                .isTrue();
    }

    private Plan plan(RandomGenerator random, int size) {
        int stages = random.nextInt(1, Math.min(size, STAGES.size()) + 1);
        Map<String, Function<Envelope, Payload>> behaviours = new ConcurrentHashMap<>();
        for (String type : List.of("profile", "fit", "sample", "load", "execute_test")) {
            switch (random.nextInt(4)) {
                case 0 -> behaviours.put(type, failing(random.nextInt(1, 4)));
                case 1 -> behaviours.put(type, asking());
                default -> {}
            }
        }
        if (random.nextInt(4) == 0) {
            behaviours.put(
                    "profile",
                    envelope -> envelope.attempt() == 1 ? new ErrorOccurred("profile", WRONG) : usual(envelope));
        }
        return new Plan("user-" + random.nextInt(1000), stages, random.nextInt(4), behaviours);
    }

    private Payload usual(Envelope envelope) {
        ProcessingComplete done = (ProcessingComplete) agents.usual(envelope);
        CostRecord cost = new CostRecord("compute", done.taskType(), envelope.attempt() * 1.5, "second");
        return new ProcessingComplete(
                done.taskType(), done.outputs(), done.followUps(), done.metrics(), done.facts(), List.of(cost));
    }

    private Function<Envelope, Payload> failing(int times) {
        return envelope -> envelope.attempt() <= times
                ? new ErrorOccurred(((io.verisim.model.message.DataReady) envelope.payload()).taskType(), SLOW)
                : usual(envelope);
    }

    private Function<Envelope, Payload> asking() {
        return envelope -> envelope.attempt() == 1
                ? new RequestInput(
                        "Sure?",
                        Map.of(),
                        List.of("yes", "no"),
                        "yes",
                        Instant.now().plus(Duration.ofMillis(50)))
                : usual(envelope);
    }

    /** Waits for the end; what failed is tried again once or aborted, by a person with a name. */
    private String steer(String path, Plan plan, RandomGenerator random) {
        JsonNode seen = ended(path);
        if (seen.path("status").asString().equals("FAILED") && random.nextBoolean()) {
            orchestrator.post(
                    path + "/retry", "{\"actor\": {\"kind\": \"user\", \"id\": \"" + plan.user() + "-again\"}}");
            seen = orchestrator.await(
                    path, now -> isEnd(now) && !now.path("status").asString().equals("FAILED"));
        }
        return seen.path("status").asString();
    }

    private JsonNode ended(String path) {
        return orchestrator.await(path, AuditCompleteTest::isEnd);
    }

    /** Whether it has ended, and nothing that it does not wait for is under way. */
    private static boolean isEnd(JsonNode seen) {
        return switch (seen.path("status").asString()) {
            case "FAILED", "ABORTED" -> true;
            case "COMPLETED" ->
                Set.of("DONE", "SKIPPED", "FAILED")
                        .containsAll(WalkingSkeletonTest.texts(seen.path("tasks"), "status"));
            default -> false;
        };
    }

    private void startIsTold(JsonNode first, String id, Plan plan) {
        assertThat(first.path("action").asString()).isEqualTo("workflow.start");
        assertThat(first.at("/actor/kind").asString()).isEqualTo("user");
        assertThat(first.at("/actor/id").asString()).isEqualTo(plan.user());
        assertThat(first.path("at").asString()).isEqualTo(text(id, "to_json(started_at)"));
        assertThat(first.path("inputs")).hasSize(1);
        assertThat(first.at("/inputs/0/sha256").asString()).isEqualTo(text(id, "source ->> 'sha256'"));
    }

    private void endIsTold(List<JsonNode> entries, String id, String end) {
        assertThat(end).isEqualTo(text(id, "state"));
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.at("/detail/state").asString()).isEqualTo(end);
            assertThat(entry.path("at").asString()).isEqualTo(text(id, "to_json(ended_at)"));
        });
        assertThat(entries.getLast().at("/detail/state").asString()).isEqualTo(end);
    }

    /** A value of the workflow's row, times as they are written in documents. */
    private @Nullable String text(String id, String what) {
        String value = orchestrator
                .database()
                .sql("SELECT CAST(" + what + " AS text) FROM workflow_executions WHERE id = CAST(:id AS uuid)")
                .param("id", id)
                .query(String.class)
                .single();
        return what.startsWith("to_json")
                ? java.time.OffsetDateTime.parse(value.substring(1, value.length() - 1))
                        .toInstant()
                        .toString()
                : value;
    }

    private void outputsAreTold(List<JsonNode> entries, String id) {
        List<String> told = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (entry.path("action").asString().equals("task.completed")) {
                assertThat(entry.path("agent").asString()).isNotEmpty();
                assertThat(entry.path("task").asString()).isNotEmpty();
                assertThat(entry.at("/detail/metrics/rows").asDouble()).isEqualTo(10.0);
                entry.path("outputs")
                        .forEach(output -> told.add(entry.path("task").asString() + " "
                                + output.path("uri").asString()));
            }
        }
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(rows(
                        "SELECT task_id || ' ' || (artifact ->> 'uri') FROM task_outputs WHERE workflow_id = CAST(:id"
                                + " AS uuid)",
                        id));
    }

    private void errorsAreTold(List<JsonNode> entries, String id) {
        List<String> told = entries.stream()
                .filter(entry -> entry.path("action").asString().equals("task.failed"))
                .map(entry -> entry.path("task").asString() + " "
                        + entry.at("/detail/attempt").asInt() + " "
                        + entry.at("/detail/code").asString())
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(rows(
                        "SELECT task_id || ' ' || attempt || ' ' || code FROM error_records WHERE workflow_id ="
                                + " CAST(:id AS uuid)",
                        id));
    }

    private Collection<String> rows(String query, String id) {
        return orchestrator
                .database()
                .sql(query)
                .param("id", id)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private void costsAreTold(List<JsonNode> entries, String id) {
        List<String> told = entries.stream()
                .flatMap(entry -> entry.path("cost").valueStream())
                .map(AuditCompleteTest::cost)
                .toList();
        List<String> kept = rows(
                        "SELECT jsonb_array_elements(cost) FROM tasks WHERE cost IS NOT NULL AND workflow_id = CAST(:id AS"
                                + " uuid)",
                        id)
                .stream()
                .map(MessageCodec.mapper()::readTree)
                .map(AuditCompleteTest::cost)
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(kept);
    }

    private static String cost(JsonNode cost) {
        return cost.path("operation").asString() + " " + cost.path("quantity").asDouble();
    }
}
