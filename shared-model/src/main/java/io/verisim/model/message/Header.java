package io.verisim.model.message;

import io.verisim.model.id.AgentName;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of an envelope without its payload, which is read once the type is known. */
record Header(
        MessageId id,
        AgentName sender,
        AgentName recipient,
        @Nullable WorkflowId correlationId,
        @Nullable TaskId taskId,
        int attempt,
        @Nullable MessageId causationId,
        Instant timestamp,
        String schemaVersion) {

    Envelope with(MessageType type, Payload payload) {
        return new Envelope(
                id,
                type,
                sender,
                recipient,
                correlationId,
                taskId,
                attempt,
                causationId,
                timestamp,
                schemaVersion,
                payload);
    }
}
