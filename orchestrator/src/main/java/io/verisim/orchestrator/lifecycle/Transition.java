package io.verisim.orchestrator.lifecycle;

import java.time.Instant;

/** One step of a workflow's history. */
public record Transition(WorkflowState from, Trigger trigger, WorkflowState to, Instant at) {

    @Override
    public String toString() {
        return from + " -" + trigger + "-> " + to;
    }
}
