package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.RequestInput;
import java.util.UUID;

/** What happens to a workflow. */
public sealed interface WorkflowEvent {

    /** What a person or a timer asks for; refused where it is illegal. */
    sealed interface Command extends WorkflowEvent {
        Actor actor();
    }

    /** What an agent tells about an attempt at a task; ignored where the attempt is not the present one. */
    sealed interface Report extends WorkflowEvent {
        TaskId task();

        int attempt();
    }

    record Start(Actor actor) implements Command {}

    record Pause(Actor actor) implements Command {}

    record Resume(Actor actor) implements Command {}

    record Abort(Actor actor) implements Command {}

    /** Tries once more what failed. */
    record Retry(Actor actor) implements Command {}

    /** Leaves out the stage that the workflow is in. */
    record Skip(Actor actor) implements Command {}

    record Answered(Actor actor, UUID question, String choice) implements Command {}

    record Accepted(TaskId task, int attempt, String instance) implements Report {}

    record Completed(TaskId task, int attempt, ProcessingComplete result) implements Report {}

    record Failed(TaskId task, int attempt, ErrorDetail error) implements Report {}

    record Asked(TaskId task, int attempt, UUID question, RequestInput request) implements Report {}

    /** The time of the next attempt has come. */
    record RetryDue(TaskId task, int attempt) implements Report {}

    /** The agent instance that holds the task is gone. */
    record HolderLost(TaskId task, int attempt, String instance) implements Report {}
}
