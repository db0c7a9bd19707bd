package io.verisim.model.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a status update tells. Travels in lower case with underscores. */
public enum StatusKind {
    /** The agent instance has started; carries what it can do. */
    ONLINE,
    /** The instance holds the task now. */
    ACCEPTED,
    /** The task got further. */
    PROGRESS,
    /** The instance is alive. */
    HEARTBEAT,
    /** The instance is shutting down in order. */
    OFFLINE;

    @JsonCreator
    public static StatusKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
