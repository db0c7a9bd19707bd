package io.verisim.orchestrator.results;

import io.verisim.model.artifact.ArtifactRef;
import java.util.UUID;

/**
 * An artifact of a workflow.
 *
 * @param id identifies it in addresses
 * @param role role in which its task yielded it
 * @param stage stage of its task
 * @param taskType type of its task
 * @param key key of its task
 * @param ref where it is
 */
public record ArtifactEntry(UUID id, String role, String stage, String taskType, String key, ArtifactRef ref) {}
