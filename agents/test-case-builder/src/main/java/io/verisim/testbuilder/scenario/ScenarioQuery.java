package io.verisim.testbuilder.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios are wanted.
 *
 * @param project key of a Jira project; null means all
 * @param label label they carry; null means any
 * @param issueType their issue type
 * @param jql a query in Jira's language that takes the place of the others; null where there is none
 */
public record ScenarioQuery(
        @Nullable String project,
        @Nullable String label,
        String issueType,
        @Nullable String jql) {

    public static final String DEFAULT_ISSUE_TYPE = "Test Scenario";

    /** The query in Jira's language, oldest first. */
    public String inJql() {
        if (jql != null && !jql.isBlank()) {
            return jql;
        }
        List<String> conditions = new ArrayList<>();
        if (project != null && !project.isBlank()) {
            conditions.add("project = " + quoted(project));
        }
        conditions.add("issuetype = " + quoted(issueType));
        if (label != null && !label.isBlank()) {
            conditions.add("labels = " + quoted(label));
        }
        return String.join(" AND ", conditions) + " ORDER BY key ASC";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
