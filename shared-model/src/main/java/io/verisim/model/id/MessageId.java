package io.verisim.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one message; consumers use it to recognise a message that is delivered twice. */
public record MessageId(UUID value) implements Comparable<MessageId> {

    @JsonCreator
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    /** The canonical text of the identifier, as it travels in messages. */
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
