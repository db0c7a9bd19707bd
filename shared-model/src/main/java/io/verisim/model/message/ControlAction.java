package io.verisim.model.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a control message asks for. Travels in lower case with underscores. */
public enum ControlAction {
    /** Stop the task and forget it. */
    CANCEL,
    /** Stop the task at the next safe point; it will be sent again. */
    PAUSE;

    @JsonCreator
    public static ControlAction of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
