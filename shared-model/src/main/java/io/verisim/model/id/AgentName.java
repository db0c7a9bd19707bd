package io.verisim.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a participant: an agent such as {@code synthesizer}, or {@code orchestrator}. Lower case letters, digits
 * and hyphens, because it becomes part of queue names.
 */
public record AgentName(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public static final AgentName ORCHESTRATOR = new AgentName("orchestrator");

    public AgentName {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("Agent name '" + value + "' must match " + VALID.pattern());
        }
    }

    @JsonCreator
    public static AgentName of(String text) {
        return new AgentName(text);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
