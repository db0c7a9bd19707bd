package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.id.TaskId;
import io.verisim.model.message.RequestInput;
import java.util.UUID;

/** A question that an agent asked and nobody has answered yet. */
public record Question(UUID id, TaskId task, int attempt, RequestInput request) {}
