package io.verisim.model.testing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a scenario where it is kept: a Jira issue key such as {@code CRM-12}, or a feature file and its scenario. */
public record ScenarioKey(String value) implements Comparable<ScenarioKey> {

    private static final int MAX_LENGTH = 255;

    public ScenarioKey {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A scenario key has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @JsonCreator
    public static ScenarioKey of(String text) {
        return new ScenarioKey(text);
    }

    @Override
    public int compareTo(ScenarioKey other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
