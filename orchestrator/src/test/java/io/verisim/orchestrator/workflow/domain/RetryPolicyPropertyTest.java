package io.verisim.orchestrator.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Property 15 and E6: whatever fails in whatever order, the waits are 1, 2 and 4 s, the batches 1/2, 1/4 and 1/8. */
class RetryPolicyPropertyTest {

    private static final ErrorDetail MEMORY =
            ErrorDetail.of(ErrorCategory.RESOURCE, "OUT_OF_MEMORY", "No memory.", "Give more.");

    @Property
    void waitsAndDivisorsComeInOrderAndThenTheWorkflowPauses(RandomGenerator random) {
        Rehearsal rehearsal = new Rehearsal(LifecycleTable.standard(), Map.of()).start();
        rehearsal.until(random.nextBoolean() ? WorkflowState.PROFILING : WorkflowState.SYNTHESIZING);
        List<Long> waits = new ArrayList<>();
        List<Object> divisors = new ArrayList<>();
        boolean lastWasMemory = false;
        while (rehearsal.state() != WorkflowState.PAUSED) {
            lastWasMemory = random.nextBoolean();
            if (lastWasMemory) {
                int before = rehearsal.effects(Effect.DispatchAgain.class).size();
                rehearsal.fail(rehearsal.inFlight(), MEMORY);
                rehearsal.effects(Effect.DispatchAgain.class).stream()
                        .skip(before)
                        .forEach(again -> divisors.add(again.extra()));
            } else {
                waits.addAll(waited(rehearsal));
            }
        }
        if (lastWasMemory) {
            assertThat(divisors).containsExactly(divisor(2), divisor(4), divisor(8));
            assertThat(waits).isEqualTo(List.of(1_000L, 2_000L, 4_000L).subList(0, waits.size()));
        } else {
            assertThat(waits).containsExactly(1_000L, 2_000L, 4_000L);
            assertThat(divisors)
                    .isEqualTo(List.of(divisor(2), divisor(4), divisor(8)).subList(0, divisors.size()));
        }
        assertThat(rehearsal.effects(Effect.SaveCheckpoint.class).getLast().label())
                .isEqualTo("paused");
    }

    private static Object divisor(int divisor) {
        return Map.of("resources", Map.of("batchDivisor", divisor));
    }

    /** Fails with what passes by itself, and lets the time of the next attempt come. */
    private static List<Long> waited(Rehearsal rehearsal) {
        TaskRun task = rehearsal.inFlight();
        int before = rehearsal.effects(Effect.ScheduleRetry.class).size();
        rehearsal.fail(task, Rehearsal.SLOW);
        List<Effect.ScheduleRetry> scheduled = rehearsal.effects(Effect.ScheduleRetry.class);
        if (scheduled.size() == before) {
            return List.of();
        }
        Instant due = scheduled.getLast().at();
        Duration wait = Duration.between(rehearsal.now(), due);
        rehearsal.wait(wait);
        rehearsal.happen(new WorkflowEvent.RetryDue(task.id(), task.attempt()));
        return List.of(wait.toMillis());
    }
}
