package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.workflow.domain.Effect;
import io.verisim.orchestrator.workflow.domain.Question;
import java.time.Instant;

/** Where questions are kept. Called inside a transaction. */
public interface Questions {

    void keep(WorkflowId workflow, Question question, Instant at);

    void close(Effect.CloseQuestion question, Instant at);
}
