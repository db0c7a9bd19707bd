package io.verisim.atlassian;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue as far as Verisim looks at it; a field that was not asked for is empty.
 *
 * @param key names it
 * @param type name of its type, such as {@code Bug}
 * @param summary its title
 * @param description its description as a document; {@link Adf#empty()} where it has none
 * @param labels its labels
 * @param status name of its status
 * @param done whether the status means that nothing is left to do
 * @param updated when it was last changed; null where it does not say
 * @param reporter account that reported it; null where it does not say
 */
public record JiraIssue(
        IssueKey key,
        String type,
        String summary,
        Adf description,
        List<String> labels,
        String status,
        boolean done,
        @Nullable Instant updated,
        @Nullable String reporter) {

    public JiraIssue {
        labels = List.copyOf(labels);
    }
}
