package io.verisim.model.message;

import io.verisim.model.id.AgentName;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message between orchestrator and agents.
 *
 * @param id identifies the message; a UUID of version 7
 * @param type type of the payload
 * @param sender who sends it
 * @param recipient for whom it is
 * @param correlationId the workflow; null for what belongs to none, such as a heartbeat
 * @param taskId the task; null where the message belongs to none
 * @param attempt which attempt at the task, from 1; 0 without a task
 * @param causationId the message that led to this one
 * @param timestamp when it was made
 * @param schemaVersion version of the contract, {@code major.minor}
 * @param payload the body
 */
public record Envelope(
        MessageId id,
        MessageType type,
        AgentName sender,
        AgentName recipient,
        @Nullable WorkflowId correlationId,
        @Nullable TaskId taskId,
        int attempt,
        @Nullable MessageId causationId,
        Instant timestamp,
        String schemaVersion,
        Payload payload) {

    /** Version of the contract that this code speaks; a reader refuses another major version. */
    public static final String SCHEMA_VERSION = "1.0";

    public Envelope {
        if (type != payload.type()) {
            throw new IllegalArgumentException("A message of type " + type + " cannot carry a " + payload.type());
        }
        if (attempt < 0) {
            throw new IllegalArgumentException("Attempts count from 1, not from " + attempt);
        }
    }
}
