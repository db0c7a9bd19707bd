package io.verisim.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one run of a workflow; the correlation id of every message that belongs to it. */
public record WorkflowId(UUID value) implements Comparable<WorkflowId> {

    @JsonCreator
    public static WorkflowId of(String text) {
        return new WorkflowId(UUID.fromString(text));
    }

    @Override
    public int compareTo(WorkflowId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text of the identifier, as it travels in messages. */
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
