package io.verisim.mock.jira;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The statuses of the workflow. From each one every other of the issue's type can be reached. */
enum IssueStatus {
    TO_DO("10000", "11", "To Do", 2, "new", "blue-gray", "To Do"),
    IN_PROGRESS("10001", "21", "In Progress", 4, "indeterminate", "yellow", "In Progress"),
    DONE("10002", "31", "Done", 3, "done", "green", "Done"),
    /** Only test scenarios know it. */
    FAILED("10003", "41", "Failed", 4, "indeterminate", "yellow", "In Progress");

    final String id;
    final String transitionId;
    final String title;
    final int categoryId;
    final String categoryKey;
    final String categoryColor;
    final String categoryName;

    IssueStatus(
            String id,
            String transitionId,
            String title,
            int categoryId,
            String categoryKey,
            String categoryColor,
            String categoryName) {
        this.id = id;
        this.transitionId = transitionId;
        this.title = title;
        this.categoryId = categoryId;
        this.categoryKey = categoryKey;
        this.categoryColor = categoryColor;
        this.categoryName = categoryName;
    }

    /** Where an issue of this type and status can go. */
    static List<IssueStatus> reachable(IssueType type, IssueStatus from) {
        return Arrays.stream(values())
                .filter(to -> to != from && (to != FAILED || type == IssueType.TEST_SCENARIO))
                .toList();
    }

    static Optional<IssueStatus> byTitle(String title) {
        return Arrays.stream(values())
                .filter(status -> status.title.equalsIgnoreCase(title) || status.id.equals(title))
                .findFirst();
    }
}
