package io.verisim.orchestrator.lifecycle;

import io.verisim.model.id.WorkflowId;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A trigger came that the present state does not know; names machine, workflow, state, trigger and history. */
public final class IllegalTransition extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final WorkflowState state;
    private final Trigger trigger;

    public IllegalTransition(WorkflowId workflow, WorkflowState state, Trigger trigger, List<Transition> history) {
        super("Lifecycle 'workflow': workflow " + workflow + " in state " + state + " does not know " + trigger
                + "; it came by "
                + history.stream().map(Transition::toString).collect(Collectors.joining(", ", "[", "]")));
        this.state = state;
        this.trigger = trigger;
    }

    public WorkflowState state() {
        return state;
    }

    public Trigger trigger() {
        return trigger;
    }
}
