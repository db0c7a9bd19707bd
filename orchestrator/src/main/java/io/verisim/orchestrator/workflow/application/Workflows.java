package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.workflow.domain.Decision;
import io.verisim.orchestrator.workflow.domain.Outputs;
import io.verisim.orchestrator.workflow.domain.Workflow;
import java.util.Optional;

/** Where workflows are kept. Called inside a transaction. */
public interface Workflows {

    /** Keeps a new workflow. */
    void create(Workflow workflow);

    /** A workflow, which nobody else can lock until the transaction ends. */
    Optional<Workflow> lock(WorkflowId id);

    /** What the finished tasks of a workflow yielded. */
    Outputs outputs(WorkflowId id);

    /** Keeps what a decision changed, with the orders of its new tasks. */
    void save(Workflow before, Decision decision);
}
