package io.verisim.distributor.target;

import io.verisim.agent.CredentialsSource;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What is to be loaded, where, and on whose behalf.
 *
 * @param task the task, the same over all attempts: a target finds a finished load by it
 * @param workflow the workflow it belongs to
 * @param settings the target's section of the configuration
 * @param dataset the rows
 * @param surroundings what the agent offers
 */
public record LoadRequest(
        TaskId task, WorkflowId workflow, TargetSettings settings, Dataset dataset, Surroundings surroundings) {

    /**
     * What the agent offers a target.
     *
     * @param credentials resolves references to credentials
     * @param exports folder under which files may be exported; an empty path where none may
     * @param scratch private empty directory, removed afterwards
     * @param clock the time
     */
    public record Surroundings(CredentialsSource credentials, Path exports, Path scratch, Clock clock) {}
}
