package io.verisim.atlassian;

import java.util.List;

/**
 * An issue to be made.
 *
 * @param project key of the project
 * @param type name of the issue type
 * @param summary title; cut to the 255 characters that Jira takes, line breaks become blanks
 * @param description document
 * @param labels without white space
 */
public record NewIssue(String project, String type, String summary, Adf description, List<String> labels) {

    private static final int MAX_SUMMARY = 255;

    public NewIssue {
        String line = summary.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            throw new IllegalArgumentException("An issue needs a summary");
        }
        summary = line.length() <= MAX_SUMMARY ? line : line.substring(0, MAX_SUMMARY - 1) + "…";
        labels = List.copyOf(labels);
    }
}
