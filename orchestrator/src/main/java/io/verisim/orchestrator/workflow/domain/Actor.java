package io.verisim.orchestrator.workflow.domain;

/**
 * Who does something.
 *
 * @param kind such as {@code user}, {@code system} or {@code jira}
 * @param id name or account
 */
public record Actor(String kind, String id) {

    /** The orchestrator itself. */
    public static final Actor SYSTEM = new Actor("system", "orchestrator");

    public Actor {
        if (kind.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("An actor has a kind and an id");
        }
    }
}
