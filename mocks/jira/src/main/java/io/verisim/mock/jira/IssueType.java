package io.verisim.mock.jira;

import java.util.Arrays;
import java.util.Optional;

/** The issue types that every project has. */
enum IssueType {
    TASK("10001", "Task"),
    STORY("10002", "Story"),
    BUG("10004", "Bug"),
    TEST_SCENARIO("10005", "Test Scenario");

    final String id;
    final String title;

    IssueType(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static Optional<IssueType> of(String nameOrId) {
        return Arrays.stream(values())
                .filter(type -> type.title.equalsIgnoreCase(nameOrId) || type.id.equals(nameOrId))
                .findFirst();
    }
}
