package io.verisim.orchestrator.workflow.domain;

import io.verisim.orchestrator.lifecycle.Transition;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a workflow is.
 *
 * @param state present state
 * @param resume the working state that a resting one returns to; null while working and at the end
 * @param stages every stage of the pipeline, in order
 * @param planned names of the steps whose tasks have been made, also where there were none to make
 * @param history the last transitions, oldest first
 * @param failure the error that stopped it; null while nothing has
 * @param startedAt when work began
 * @param endedAt when it completed, failed or was aborted
 */
public record Course(
        WorkflowState state,
        @Nullable WorkflowState resume,
        List<StageRun> stages,
        Set<String> planned,
        List<Transition> history,
        @Nullable Failure failure,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public Course {
        stages = List.copyOf(stages);
        planned = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(planned));
        history = List.copyOf(history);
        if (state.isResting() == (resume == null)) {
            throw new IllegalArgumentException("A workflow in " + state + " cannot return to " + resume);
        }
    }

    /** The state of the stage that the workflow is in, also while it rests there. */
    public WorkflowState working() {
        return resume == null ? state : resume;
    }
}
