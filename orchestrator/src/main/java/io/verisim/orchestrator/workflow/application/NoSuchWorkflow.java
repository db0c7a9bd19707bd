package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.WorkflowId;
import java.io.Serial;

/** There is no workflow of this id. */
public final class NoSuchWorkflow extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NoSuchWorkflow(WorkflowId id) {
        super("There is no workflow " + id);
    }
}
