package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.RequestInput;
import io.verisim.orchestrator.workflow.application.Timers;
import io.verisim.orchestrator.workflow.domain.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** E2 and property 15 with the real timers, on a clock that the test moves. */
@Tag("services")
@ExtendWith(VerisimServices.class)
class RetryDelaysTest {

    private static final String SHORT = """
            {"name": "short", "skipStages": ["synthesize", "distribute", "build_tests", "execute_tests", "report"]}""";

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final ErrorDetail SLOW =
            ErrorDetail.of(ErrorCategory.TRANSIENT, "SLOW", "The service is slow.", "Wait.");

    private final MovableClock clock = new MovableClock(START);
    private final List<Instant> attempts = new CopyOnWriteArrayList<>();
    private final ServiceConnections services;
    private TrivialAgents agents;
    private TestOrchestrator orchestrator;

    RetryDelaysTest(ServiceConnections services) {
        this.services = services;
    }

    @BeforeEach
    void start() throws Exception {
        agents = new TrivialAgents(services.broker(), services.objects());
        agents.on("profile", envelope -> {
            attempts.add(clock.instant());
            return new ErrorOccurred("profile", SLOW);
        });
        agents.start();
        orchestrator = new TestOrchestrator(services, Map.of("VERISIM_TIMER_POLL", "1ms"), clock);
    }

    @AfterEach
    void stop() throws Exception {
        orchestrator.close();
        agents.close();
    }

    @Test
    void attemptsFollowAfterExactlyOneTwoAndFourSecondsAndTheFourthFailurePausesWithACheckpoint() {
        String path = orchestrator.started(SHORT);
        WorkflowId workflow = WorkflowId.of(path.substring(path.lastIndexOf('/') + 1));
        for (int seconds : new int[] {1, 2, 4}) {
            JsonNode waiting = orchestrator.awaitStatus(path, "WAITING_RETRY");
            int made = attempts.size();
            assertThat(due(waiting.at("/tasks/0/id").asString()))
                    .isEqualTo(clock.instant().plusSeconds(seconds));
            Duration almost = Duration.ofSeconds(seconds).minusMillis(1);
            UUID probe = timerThatDoesNothing(workflow, clock.instant().plus(almost));
            clock.move(almost);
            awaitTaken(path, probe);
            assertThat(attempts).as("a millisecond before its time").hasSize(made);
            clock.move(Duration.ofMillis(1));
            orchestrator.await(path, seen -> attempts.size() == made + 1);
        }
        JsonNode paused = orchestrator.awaitStatus(path, "PAUSED");
        assertThat(attempts).containsExactly(START, START.plusSeconds(1), START.plusSeconds(3), START.plusSeconds(7));
        assertThat(paused.at("/lastCheckpoint/label").asString()).isEqualTo("paused");
        assertThat(paused.at("/lastCheckpoint/at").asString())
                .isEqualTo(START.plusSeconds(7).toString());
        assertThat(orchestrator.get(path + "/errors").path("errors"))
                .extracting(error -> error.path("at").asString())
                .containsExactly(
                        START.toString(),
                        START.plusSeconds(1).toString(),
                        START.plusSeconds(3).toString(),
                        START.plusSeconds(7).toString());
    }

    private Instant due(String task) {
        return orchestrator
                .database()
                .sql(
                        "SELECT execution_time FROM scheduled_tasks WHERE task_name = 'retry' AND task_instance LIKE :task")
                .param("task", task + ":%")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Once it is gone, whatever else was due by then has been taken, too. */
    private UUID timerThatDoesNothing(WorkflowId workflow, Instant at) {
        UUID nobodys = UUID.randomUUID();
        RequestInput request = new RequestInput("?", Map.of(), List.of("yes", "no"), "yes", at);
        orchestrator
                .bean(Timers.class)
                .defaultAnswer(workflow, new Question(nobodys, new TaskId(UUID.randomUUID()), 1, request), at);
        return nobodys;
    }

    private void awaitTaken(String path, UUID timer) {
        orchestrator.await(
                path,
                seen -> orchestrator
                                .database()
                                .sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = :id")
                                .param("id", timer.toString())
                                .query(Long.class)
                                .single()
                        == 0);
    }
}
