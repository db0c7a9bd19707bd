package io.verisim.orchestrator.lifecycle.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateMachineLifecycleTest {

    private final LifecycleTable table = LifecycleTable.standard();
    private final StateMachineLifecycle machine = new StateMachineLifecycle(table);

    @Test
    void theMachineAnswersEveryTriggerInEveryStateAsTheTableDoes() {
        for (WorkflowState from : WorkflowState.values()) {
            for (WorkflowState resume : resumes(from)) {
                for (Trigger trigger : Trigger.values()) {
                    WorkflowState memory = from.isResting() ? resume : null;
                    assertThat(machine.next(from, memory, trigger))
                            .as("%s (from %s) by %s", from, memory, trigger)
                            .isEqualTo(table.next(from, memory, trigger));
                }
            }
        }
    }

    private static List<WorkflowState> resumes(WorkflowState from) {
        return from.isResting()
                ? Stream.of(WorkflowState.values())
                        .filter(WorkflowState::isWorking)
                        .toList()
                : List.of(WorkflowState.PROFILING);
    }

    @Test
    void severalThreadsMayAskAtOnce() throws Exception {
        Callable<Boolean> asks = () -> IntStream.range(0, 200)
                .allMatch(i -> machine.next(WorkflowState.PAUSED, WorkflowState.DISTRIBUTING, Trigger.RESUME)
                        .equals(java.util.Optional.of(WorkflowState.DISTRIBUTING)));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> right : threads.invokeAll(List.of(asks, asks, asks, asks))) {
                assertThat(right.get()).isTrue();
            }
        }
    }
}
