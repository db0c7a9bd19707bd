package io.verisim.orchestrator.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.message.RequestInput;
import io.verisim.orchestrator.lifecycle.Lifecycle;
import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Visits every row of the lifecycle table by events that can really happen. */
class EveryTransitionTest {

    private static final UUID QUESTION = new UUID(7, 7);
    private static final Actor ADA = Rehearsal.ADA;

    private final LifecycleTable table = LifecycleTable.standard();
    private final Set<String> visited = new LinkedHashSet<>();
    private final Lifecycle recording = new Lifecycle() {
        @Override
        public Optional<WorkflowState> next(WorkflowState from, @Nullable WorkflowState resume, Trigger trigger) {
            Optional<WorkflowState> next = table.next(from, resume, trigger);
            next.ifPresent(to -> visited.add(from + " " + trigger));
            return next;
        }
    };

    @Test
    void everyRowOfTheTableIsVisited() {
        Rehearsal fresh = new Rehearsal(recording, Map.of());
        fresh.happen(new WorkflowEvent.Abort(ADA));
        new Rehearsal(recording, Map.of()).start().until(WorkflowState.COMPLETED);
        for (WorkflowState stage : WorkflowState.values()) {
            if (stage.isWorking()) {
                at(stage).happen(new WorkflowEvent.Abort(ADA));
                at(stage).happen(new WorkflowEvent.Skip(ADA));
                paused(stage).happen(new WorkflowEvent.Resume(ADA));
                failed(stage).happen(new WorkflowEvent.Retry(ADA));
                asking(stage).happen(new WorkflowEvent.Answered(ADA, QUESTION, "yes"));
                backingOff(stage);
            }
        }
        List.of(
                        paused(WorkflowState.DISTRIBUTING),
                        failed(WorkflowState.DISTRIBUTING),
                        asking(WorkflowState.PROFILING),
                        backingOff(WorkflowState.PROFILING))
                .forEach(rehearsal -> rehearsal.happen(new WorkflowEvent.Abort(ADA)));
        List.of(
                        paused(WorkflowState.DISTRIBUTING),
                        failed(WorkflowState.DISTRIBUTING),
                        asking(WorkflowState.REPORTING),
                        backingOff(WorkflowState.REPORTING))
                .forEach(rehearsal -> rehearsal.happen(new WorkflowEvent.Skip(ADA)));
        asking(WorkflowState.PROFILING).happen(new WorkflowEvent.Pause(ADA));
        backingOff(WorkflowState.PROFILING).happen(new WorkflowEvent.Pause(ADA));
        dueAgain();

        List<String> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(row.from() + " " + row.trigger()));
        assertThat(visited).containsExactlyInAnyOrderElementsOf(rows);
    }

    private Rehearsal at(WorkflowState state) {
        return new Rehearsal(recording, Map.of()).start().until(state);
    }

    private Rehearsal paused(WorkflowState stage) {
        Rehearsal rehearsal = at(stage);
        rehearsal.happen(new WorkflowEvent.Pause(ADA));
        return rehearsal;
    }

    private Rehearsal failed(WorkflowState stage) {
        Rehearsal rehearsal = at(stage);
        rehearsal.fail(foreground(rehearsal), Rehearsal.WRONG);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.FAILED);
        return rehearsal;
    }

    private Rehearsal asking(WorkflowState stage) {
        Rehearsal rehearsal = alone(stage);
        TaskRun task = rehearsal.inFlight();
        rehearsal.happen(new WorkflowEvent.Asked(
                task.id(),
                task.attempt(),
                QUESTION,
                new RequestInput("Really?", Map.of(), List.of("yes", "no"), "yes", Rehearsal.START)));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.WAITING_INPUT);
        return rehearsal;
    }

    private Rehearsal backingOff(WorkflowState stage) {
        Rehearsal rehearsal = alone(stage);
        rehearsal.fail(rehearsal.inFlight(), Rehearsal.SLOW);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.WAITING_RETRY);
        return rehearsal;
    }

    /** In a stage, with one task in flight. */
    private Rehearsal alone(WorkflowState stage) {
        Rehearsal rehearsal = at(stage);
        while (rehearsal.workflow().tasks().stream()
                        .filter(task -> task.status().isInFlight())
                        .count()
                > 1) {
            rehearsal.complete(rehearsal.inFlight());
        }
        assertThat(rehearsal.state()).isEqualTo(stage);
        return rehearsal;
    }

    private static TaskRun foreground(Rehearsal rehearsal) {
        return rehearsal.workflow().tasks().stream()
                .filter(task -> task.status().isInFlight() && !task.step().equals("detect"))
                .findFirst()
                .orElseThrow();
    }

    private void dueAgain() {
        Rehearsal rehearsal = backingOff(WorkflowState.PROFILING);
        TaskRun task = rehearsal.task("profile");
        rehearsal.happen(new WorkflowEvent.RetryDue(task.id(), task.attempt()));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.PROFILING);
    }
}
