package io.verisim.orchestrator.trigger;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What starts workflows.
 *
 * @param id names it
 * @param name for people
 * @param order what is asked and what is started
 * @param enabled whether it is asked at all
 * @param createdAt since when there is one
 * @param nextPollAt when it is asked next
 * @param lastPollAt when it was asked last; null before
 * @param lastWorkflow what it started last; null before
 * @param problem why the last poll started nothing that it should have; null where all was well
 */
public record Trigger(
        UUID id,
        String name,
        Order order,
        boolean enabled,
        Instant createdAt,
        Instant nextPollAt,
        @Nullable Instant lastPollAt,
        @Nullable WorkflowId lastWorkflow,
        @Nullable String problem) {

    /**
     * What is asked and what is started; never changes.
     *
     * @param jql the query
     * @param every how often it is asked
     * @param credentials name of those for Jira
     * @param configuration of the workflows
     * @param source of the workflows
     */
    public record Order(
            String jql, Duration every, String credentials, WorkflowConfiguration configuration, ArtifactRef source) {}
}
