package io.verisim.model.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The closed set of message types. Travels in lower case with underscores. */
public enum MessageType {
    /** A task for an agent, with parameters and input artifacts. */
    DATA_READY,
    /** A task is done; its outputs, metrics and cost. */
    PROCESSING_COMPLETE,
    /** A task failed, with a classified error. */
    ERROR_OCCURRED,
    /** An agent is online, took a task, made progress, or is alive. */
    STATUS_UPDATE,
    /** An agent needs an answer from a person. */
    REQUEST_INPUT,
    /** Cancel or pause, to the instance that holds a task. */
    CONTROL;

    @JsonCreator
    public static MessageType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
