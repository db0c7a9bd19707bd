package io.verisim.orchestrator.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers which state follows. */
public interface Lifecycle {

    /**
     * The state that follows; empty where the trigger is illegal in that state.
     *
     * @param from present state
     * @param resume the working state that a resting one returns to; null where {@code from} is not resting
     */
    Optional<WorkflowState> next(WorkflowState from, @Nullable WorkflowState resume, Trigger trigger);
}
