package io.verisim.mock.jira;

import java.util.List;

/**
 * An issue that is there from the start.
 *
 * @param issueType name of the type, such as {@code Test Scenario}
 * @param summary one line
 * @param description plain text; becomes one ADF paragraph for each block of lines
 * @param labels without spaces
 */
public record SeedIssue(String issueType, String summary, String description, List<String> labels) {

    public SeedIssue {
        labels = List.copyOf(labels);
    }

    /** A scenario of type {@code Test Scenario}. */
    public static SeedIssue scenario(String summary, String description, String... labels) {
        return new SeedIssue("Test Scenario", summary, description, List.of(labels));
    }
}
