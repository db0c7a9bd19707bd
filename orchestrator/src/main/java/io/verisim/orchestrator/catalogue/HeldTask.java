package io.verisim.orchestrator.catalogue;

import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;

/** A task that an instance held when it was lost. */
public record HeldTask(WorkflowId workflow, TaskId task, int attempt, String instance) {}
