package io.verisim.orchestrator.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows an error, by its category. */
class ErrorPolicyTest {

    private static final ErrorDetail MEMORY =
            ErrorDetail.of(ErrorCategory.RESOURCE, "OUT_OF_MEMORY", "No memory.", "Give more.");

    private final Rehearsal rehearsal = new Rehearsal(LifecycleTable.standard(), Map.of()).start();

    @Test
    void whatPassesByItselfIsTriedAgainAfterOneTwoAndFourSecondsThenTheWorkflowPauses() {
        for (int seconds : new int[] {1, 2, 4}) {
            rehearsal.fail(rehearsal.task("profile"), Rehearsal.SLOW);
            assertThat(rehearsal.state()).isEqualTo(WorkflowState.WAITING_RETRY);
            Instant due =
                    rehearsal.effects(Effect.ScheduleRetry.class).getLast().at();
            assertThat(Duration.between(rehearsal.now(), due)).hasSeconds(seconds);
            rehearsal.wait(Duration.ofSeconds(seconds));
            TaskRun waiting = rehearsal.task("profile");
            rehearsal.happen(new WorkflowEvent.RetryDue(waiting.id(), waiting.attempt()));
            assertThat(rehearsal.state()).isEqualTo(WorkflowState.PROFILING);
        }
        rehearsal.fail(rehearsal.task("profile"), Rehearsal.SLOW);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.PAUSED);
        assertThat(rehearsal.task("profile").attempt()).isEqualTo(4);
        assertThat(rehearsal.effects(Effect.SaveCheckpoint.class)).isNotEmpty();
        rehearsal.happen(new WorkflowEvent.Resume(Rehearsal.ADA));
        assertThat(rehearsal.task("profile")).satisfies(task -> {
            assertThat(task.attempt()).isEqualTo(5);
            assertThat(task.retries()).isZero();
        });
        rehearsal.until(WorkflowState.COMPLETED);
    }

    @Test
    void anotherServiceThatComesBackByItselfIsTriedAgainAndOneThatMustBePutRightPausesTheWorkflow() {
        ErrorDetail busy = ErrorDetail.of(ErrorCategory.INTEGRATION, "JIRA_BUSY", "Jira is busy.", "Wait.");
        rehearsal.fail(rehearsal.task("profile"), busy.withContext(Map.of(RetryPolicy.TRANSIENT_MARK, "true")));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.WAITING_RETRY);
        TaskRun waiting = rehearsal.task("profile");
        rehearsal.happen(new WorkflowEvent.RetryDue(waiting.id(), waiting.attempt()));
        rehearsal.fail(rehearsal.task("profile"), busy);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.PAUSED);
        assertThat(rehearsal.effects(Effect.SaveCheckpoint.class)).hasSize(1);
    }

    @Test
    void aServiceThatTheWorkflowCanDoWithoutIsDoneWithoutVisibly() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        rehearsal.tasks("sample").forEach(rehearsal::complete);
        rehearsal.fail(
                rehearsal.task("detect"),
                ErrorDetail.of(ErrorCategory.INTEGRATION, "SERVICE_REFUSED", "It refuses.", "Check it."));
        assertThat(rehearsal.effects(Effect.Announce.class).getLast())
                .satisfies(line -> assertThat(line.level()).isEqualTo(Effect.Level.WARNING))
                .satisfies(line -> assertThat(line.sentence()).endsWith("The workflow goes on without it."));
        rehearsal.until(WorkflowState.COMPLETED);
    }

    @Test
    void oneDependencyMayHaveWaitsOfItsOwn() {
        RetryPolicy policy = new RetryPolicy(
                List.of(Duration.ofSeconds(1)),
                Map.of("objectstore", List.of(Duration.ofSeconds(9), Duration.ofSeconds(30))),
                List.of());
        ErrorDetail away = ErrorDetail.of(ErrorCategory.TRANSIENT, "OBJECT_STORE_UNREACHABLE", "It is away.", "Wait.");
        assertThat(policy.judge(away, 1, 1))
                .isEqualTo(new RetryPolicy.Verdict.Again(
                        Duration.ofSeconds(30), "Tried again in 30.0 s (attempt 3 of 3)."));
        assertThat(policy.judge(Rehearsal.SLOW, 1, 1)).isInstanceOf(RetryPolicy.Verdict.Pause.class);
    }

    @Test
    void theOtherSideMayAskForALongerWait() {
        rehearsal.fail(rehearsal.task("profile"), Rehearsal.SLOW.withRetryAfterMillis(7_500));
        assertThat(rehearsal.effects(Effect.ScheduleRetry.class).getLast().at())
                .isEqualTo(rehearsal.now().plusMillis(7_500));
    }

    @Test
    void wrongDataFailsTheWorkflowAtOnceAndARetryRepeatsOnlyWhatFailed() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        rehearsal.complete(rehearsal.tasks("sample").get(0));
        rehearsal.fail(rehearsal.tasks("sample").get(1), Rehearsal.WRONG);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.FAILED);
        rehearsal.happen(new WorkflowEvent.Retry(Rehearsal.ADA));
        assertThat(rehearsal.effects(Effect.DispatchAgain.class))
                .extracting(effect -> effect.task().place().key())
                .containsExactly("two");
        assertThat(rehearsal.workflow().course().failure()).isNull();
        rehearsal.until(WorkflowState.COMPLETED);
    }

    @Test
    void lackOfMemoryLeadsToSmallerBatchesAtOnceAndThenToACheckpointAndAPause() {
        for (int divisor : new int[] {2, 4, 8}) {
            rehearsal.fail(rehearsal.task("profile"), MEMORY);
            assertThat(rehearsal.state()).isEqualTo(WorkflowState.PROFILING);
            Effect.DispatchAgain again =
                    rehearsal.effects(Effect.DispatchAgain.class).getLast();
            assertThat(again.extra()).isEqualTo(Map.of("resources", Map.of("batchDivisor", divisor)));
            assertThat(rehearsal.effects(Effect.KeepError.class).getLast().decision())
                    .isEqualTo("Tried again at once, in batches of 1/" + divisor + " of the size.");
        }
        assertThat(rehearsal.effects(Effect.SaveCheckpoint.class)).isEmpty();
        rehearsal.fail(rehearsal.task("profile"), MEMORY);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.PAUSED);
        assertThat(rehearsal.effects(Effect.SaveCheckpoint.class))
                .extracting(Effect.SaveCheckpoint::label)
                .containsExactly("paused");
        assertThat(rehearsal.effects(Effect.ScheduleRetry.class)).isEmpty();
        rehearsal.happen(new WorkflowEvent.Resume(Rehearsal.ADA));
        assertThat(rehearsal.task("profile").batchDivisor())
                .as("batches stay small")
                .isEqualTo(8);
        rehearsal.until(WorkflowState.COMPLETED);
    }

    @Test
    void aTaskThatTheWorkflowCanDoWithoutAlsoGetsSmallerBatchesFirst() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        rehearsal.tasks("sample").forEach(rehearsal::complete);
        for (int i = 0; i < 4; i++) {
            assertThat(rehearsal.task("detect").status().isInFlight()).isTrue();
            rehearsal.fail(rehearsal.task("detect"), MEMORY);
        }
        assertThat(rehearsal.task("detect").status()).isEqualTo(TaskStatus.FAILED);
        assertThat(rehearsal.effects(Effect.KeepError.class).getLast().decision())
                .isEqualTo("The workflow goes on without it.");
        rehearsal.until(WorkflowState.COMPLETED);
    }
}
