package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import java.time.Instant;

/**
 * What was asked for; never changes.
 *
 * @param id the workflow
 * @param project tenant that it belongs to
 * @param configuration what is to be done
 * @param source the source data
 * @param actor who asked
 * @param createdAt when
 */
public record WorkflowOrder(
        WorkflowId id,
        String project,
        WorkflowConfiguration configuration,
        ArtifactRef source,
        Actor actor,
        Instant createdAt) {}
