package io.verisim.agent;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import java.util.List;
import java.util.Map;

/**
 * A task as a handler sees it.
 *
 * @param workflow the workflow it belongs to
 * @param id the task, the same over all attempts
 * @param attempt which attempt, from 1
 * @param type the task type
 * @param stage the stage of the workflow
 * @param parameters JSON object
 * @param inputs artifacts by role
 */
public record Task(
        WorkflowId workflow,
        TaskId id,
        int attempt,
        String type,
        String stage,
        Map<String, Object> parameters,
        Map<String, List<ArtifactRef>> inputs) {

    /** The parameter that is reserved for what the orchestrator says about memory and disk. */
    public static final String RESOURCES = "resources";

    private static final int MOST = 1 << 20;

    /**
     * By what the size of batches is to be divided, because the task ran out of memory or disk before; 1 for not at all.
     * It changes no byte of the result.
     */
    public int batchDivisor() {
        return parameters.get(RESOURCES) instanceof Map<?, ?> resources
                        && resources.get("batchDivisor") instanceof Number divisor
                ? Math.clamp(divisor.intValue(), 1, MOST)
                : 1;
    }

    /** What is left of a number of rows, threads or bytes that are worked on at once; at least 1. */
    public int perBatch(int whole) {
        return Math.max(1, whole / batchDivisor());
    }

    /** The artifacts of a role, in order; empty where there is none. */
    public List<ArtifactRef> inputs(String role) {
        return inputs.getOrDefault(role, List.of());
    }

    /**
     * The one artifact of a role.
     *
     * @throws VerisimException CONFIGURATION where there is none or more than one
     */
    public ArtifactRef input(String role) {
        List<ArtifactRef> found = inputs(role);
        if (found.size() != 1) {
            throw VerisimException.configuration(
                    "TASK_INPUT_MISSING",
                    "Task '" + type + "' needs one input '" + role + "' but got " + found.size() + ".",
                    "Let an earlier step of the pipeline yield it, or name it in the step's inputs.");
        }
        return found.getFirst();
    }
}
