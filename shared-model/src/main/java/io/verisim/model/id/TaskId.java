package io.verisim.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one task of a workflow; stays the same over all attempts. */
public record TaskId(UUID value) implements Comparable<TaskId> {

    @JsonCreator
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text of the identifier, as it travels in messages. */
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
