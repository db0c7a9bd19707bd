package io.verisim.orchestrator.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one table of (state, trigger) → state. Refuses, when it is made, two rows for the same state and trigger, and a
 * row that leaves a final state.
 */
public final class LifecycleTable implements Lifecycle {

    private static final List<WorkflowState> STAGES = List.of(
            WorkflowState.PROFILING,
            WorkflowState.SYNTHESIZING,
            WorkflowState.DISTRIBUTING,
            WorkflowState.BUILDING_TESTS,
            WorkflowState.EXECUTING_TESTS,
            WorkflowState.REPORTING,
            WorkflowState.COMPLETED);

    /** The verbs of the API, in the order in which they are offered, and the triggers they may become. */
    private static final Map<String, Set<Trigger>> COMMANDS = commands();

    private final List<Row> rows;
    private final Map<Key, Row> byKey;

    private record Key(WorkflowState from, Trigger trigger) {}

    /**
     * One transition.
     *
     * @param from state it leaves
     * @param trigger what causes it
     * @param to state it enters; null where it returns to the state that the workflow came from
     */
    public record Row(
            WorkflowState from, Trigger trigger, @Nullable WorkflowState to) {

        /** Whether it leads back to the state that the workflow came from. */
        public boolean returns() {
            return to == null;
        }
    }

    LifecycleTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        this.byKey = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.from().isFinal()) {
                throw new IllegalArgumentException("Nothing leaves " + row.from() + ", not even by " + row.trigger());
            }
            if (row.returns() && !row.from().isResting()) {
                throw new IllegalArgumentException(row.from() + " has nothing to return to by " + row.trigger());
            }
            if (byKey.putIfAbsent(new Key(row.from(), row.trigger()), row) != null) {
                throw new IllegalArgumentException("Two rows for " + row.from() + " and " + row.trigger());
            }
        }
    }

    /** The lifecycle of every workflow. */
    public static LifecycleTable standard() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(WorkflowState.CREATED, Trigger.START, STAGES.getFirst()));
        rows.add(new Row(WorkflowState.CREATED, Trigger.ABORT, WorkflowState.ABORTED));
        for (int i = 0; i + 1 < STAGES.size(); i++) {
            WorkflowState stage = STAGES.get(i);
            WorkflowState next = STAGES.get(i + 1);
            rows.add(new Row(stage, Trigger.STAGE_COMPLETED, next));
            rows.add(new Row(stage, Trigger.STAGE_SKIPPED, next));
            rows.add(new Row(stage, Trigger.ASK, WorkflowState.WAITING_INPUT));
            rows.add(new Row(stage, Trigger.BACK_OFF, WorkflowState.WAITING_RETRY));
            rows.add(new Row(stage, Trigger.FAIL, WorkflowState.FAILED));
            stops(rows, stage);
        }
        rows.add(new Row(WorkflowState.WAITING_INPUT, Trigger.ANSWER, null));
        rows.add(new Row(WorkflowState.WAITING_INPUT, Trigger.SKIP, null));
        stops(rows, WorkflowState.WAITING_INPUT);
        rows.add(new Row(WorkflowState.WAITING_RETRY, Trigger.RETRY_DUE, null));
        rows.add(new Row(WorkflowState.WAITING_RETRY, Trigger.SKIP, null));
        stops(rows, WorkflowState.WAITING_RETRY);
        rows.add(new Row(WorkflowState.PAUSED, Trigger.RESUME, null));
        rows.add(new Row(WorkflowState.PAUSED, Trigger.SKIP, null));
        rows.add(new Row(WorkflowState.PAUSED, Trigger.ABORT, WorkflowState.ABORTED));
        rows.add(new Row(WorkflowState.FAILED, Trigger.RETRY, null));
        rows.add(new Row(WorkflowState.FAILED, Trigger.SKIP, null));
        rows.add(new Row(WorkflowState.FAILED, Trigger.ABORT, WorkflowState.ABORTED));
        return new LifecycleTable(rows);
    }

    private static Map<String, Set<Trigger>> commands() {
        Map<String, Set<Trigger>> commands = new LinkedHashMap<>();
        commands.put("pause", Set.of(Trigger.PAUSE));
        commands.put("resume", Set.of(Trigger.RESUME));
        commands.put("retry", Set.of(Trigger.RETRY));
        commands.put("skip", Set.of(Trigger.SKIP, Trigger.STAGE_SKIPPED));
        commands.put("abort", Set.of(Trigger.ABORT));
        return Collections.unmodifiableMap(commands);
    }

    private static void stops(List<Row> rows, WorkflowState from) {
        rows.add(new Row(from, Trigger.PAUSE, WorkflowState.PAUSED));
        rows.add(new Row(from, Trigger.ABORT, WorkflowState.ABORTED));
    }

    public List<Row> rows() {
        return rows;
    }

    /** What a person may ask of a workflow in this state, as verbs of the API. */
    public List<String> commands(WorkflowState state) {
        return COMMANDS.entrySet().stream()
                .filter(command -> command.getValue().stream().anyMatch(t -> byKey.containsKey(new Key(state, t))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Looks the transition up; the in-memory twin of the state machine that is built from this table. */
    @Override
    public Optional<WorkflowState> next(WorkflowState from, @Nullable WorkflowState resume, Trigger trigger) {
        Row row = byKey.get(new Key(from, trigger));
        if (row == null) {
            return Optional.empty();
        }
        WorkflowState to = row.to() == null ? resume : row.to();
        if (to == null) {
            throw new IllegalArgumentException(from + " returns by " + trigger + ", but nobody said where to");
        }
        return Optional.of(to);
    }
}
