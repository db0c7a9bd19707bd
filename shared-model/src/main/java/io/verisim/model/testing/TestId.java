package io.verisim.model.testing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one test within a workflow; the same scenario always gets the same one. Fit for file names and URLs. */
public record TestId(String value) implements Comparable<TestId> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public TestId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("Test id '" + value + "' must match " + VALID.pattern());
        }
    }

    @JsonCreator
    public static TestId of(String text) {
        return new TestId(text);
    }

    @Override
    public int compareTo(TestId other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
