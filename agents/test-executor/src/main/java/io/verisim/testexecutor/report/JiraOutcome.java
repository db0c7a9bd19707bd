package io.verisim.testexecutor.report;

import java.util.List;
import java.util.Map;

/**
 * What was done in the issue tracker.
 *
 * @param commented keys of issues that got a comment, in order
 * @param bugs keys of bugs that were opened for new failures
 * @param known keys of open bugs that a failure was recognised as
 */
public record JiraOutcome(List<String> commented, List<String> bugs, List<String> known) {

    public JiraOutcome {
        commented = List.copyOf(commented);
        bugs = List.copyOf(bugs);
        known = List.copyOf(known);
    }

    /** Nothing was done, as where updates are switched off. */
    public static JiraOutcome none() {
        return new JiraOutcome(List.of(), List.of(), List.of());
    }

    Map<String, Object> facts() {
        return Map.of("commented", commented, "bugs", bugs);
    }
}
