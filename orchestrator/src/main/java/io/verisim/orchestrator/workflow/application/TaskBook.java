package io.verisim.orchestrator.workflow.application;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.StatusUpdate;
import io.verisim.orchestrator.workflow.domain.Effect;
import io.verisim.orchestrator.workflow.domain.TaskRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tasks carry: their orders, and what came of them. Called inside a transaction. */
public interface TaskBook {

    /** The order of a task, with {@code extra} merged into its parameters for good. */
    DataReady order(TaskId task, Map<String, Object> extra);

    /** Keeps what a task yielded; returns what it was made from. */
    List<ArtifactRef> keepResult(WorkflowId workflow, TaskRun task, ProcessingComplete result, Instant at);

    void keepError(WorkflowId workflow, Effect.KeepError error, Instant at);

    /** Keeps how far a running attempt is; its stage, or empty where it is not the present attempt. */
    Optional<String> keepProgress(WorkflowId workflow, TaskId task, int attempt, StatusUpdate progress, Instant at);
}
