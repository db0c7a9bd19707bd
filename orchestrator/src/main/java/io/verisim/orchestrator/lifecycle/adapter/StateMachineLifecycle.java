package io.verisim.orchestrator.lifecycle.adapter;

import io.verisim.orchestrator.lifecycle.Lifecycle;
import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.configurers.StateConfigurer.History;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * The lifecycle as a Spring state machine. The working states lie inside one state, {@link Node#ACTIVE}, whose history is
 * where resting states return to. A machine is made for each question and thrown away: one that is used again keeps
 * history of its former workflow, and one that reached an end never answers again.
 */
public final class StateMachineLifecycle implements Lifecycle {

    private final LifecycleTable table;

    public StateMachineLifecycle(LifecycleTable table) {
        this.table = table;
    }

    /** States of the machine: those of a workflow, and two that only the machine needs. */
    private enum Node {
        CREATED,
        PROFILING,
        SYNTHESIZING,
        DISTRIBUTING,
        BUILDING_TESTS,
        EXECUTING_TESTS,
        REPORTING,
        COMPLETED,
        WAITING_INPUT,
        WAITING_RETRY,
        PAUSED,
        FAILED,
        ABORTED,
        ACTIVE,
        HISTORY;

        static Node of(WorkflowState state) {
            return valueOf(state.name());
        }
    }

    @Override
    public Optional<WorkflowState> next(WorkflowState from, @Nullable WorkflowState resume, Trigger trigger) {
        // What a machine answers to an event does not tell whether a transition happened; the action does.
        List<LifecycleTable.Row> taken = new ArrayList<>();
        StateMachine<Node, Trigger> machine = machine(taken);
        // The machine also asks for the history of null, which Map.of() answers with an exception.
        Map<Node, Node> history = new HashMap<>();
        if (resume != null) {
            history.put(Node.ACTIVE, Node.of(resume));
        }
        DefaultStateMachineContext<Node, Trigger> context = new DefaultStateMachineContext<>(
                new ArrayList<>(), Node.of(from), null, null, null, history, machine.getId());
        machine.getStateMachineAccessor()
                .doWithAllRegions(
                        access -> access.resetStateMachineReactively(context).block());
        machine.startReactively().block();
        machine.sendEvent(Mono.just(MessageBuilder.withPayload(trigger).build()))
                .collectList()
                .block();
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(leaf(machine));
    }

    private static WorkflowState leaf(StateMachine<Node, Trigger> machine) {
        return machine.getState().getIds().stream()
                .filter(node -> node != Node.ACTIVE)
                .reduce((first, second) -> second)
                .map(node -> WorkflowState.valueOf(node.name()))
                .orElseThrow();
    }

    private StateMachine<Node, Trigger> machine(List<LifecycleTable.Row> taken) {
        Set<Node> top = EnumSet.noneOf(Node.class);
        Set<Node> working = EnumSet.noneOf(Node.class);
        for (WorkflowState state : WorkflowState.values()) {
            (state.isWorking() ? working : top).add(Node.of(state));
        }
        top.add(Node.ACTIVE);
        StateMachineBuilder.Builder<Node, Trigger> builder = StateMachineBuilder.builder();
        try {
            builder.configureConfiguration().withConfiguration().machineId("workflow");
            builder.configureStates()
                    .withStates()
                    .initial(Node.CREATED)
                    .states(top)
                    .and()
                    .withStates()
                    .parent(Node.ACTIVE)
                    .initial(Node.PROFILING)
                    .states(working)
                    .history(Node.HISTORY, History.SHALLOW);
            for (LifecycleTable.Row row : table.rows()) {
                WorkflowState to = row.to();
                builder.configureTransitions()
                        .withExternal()
                        .source(Node.of(row.from()))
                        .target(to == null ? Node.HISTORY : Node.of(to))
                        .event(row.trigger())
                        .action(context -> taken.add(row));
            }
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("The lifecycle table is no state machine", e);
        }
    }
}
