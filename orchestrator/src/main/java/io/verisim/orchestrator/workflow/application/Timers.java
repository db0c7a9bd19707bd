package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.workflow.domain.Question;
import io.verisim.orchestrator.workflow.domain.TaskRun;
import java.time.Instant;

/** Wakes workflows later; set in the present transaction, so that a timer exists exactly if its reason does. */
public interface Timers {

    void retry(WorkflowId workflow, TaskRun task, Instant at);

    void defaultAnswer(WorkflowId workflow, Question question, Instant at);
}
