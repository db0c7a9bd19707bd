package io.verisim.model.message;

import io.verisim.model.artifact.ArtifactRef;
import java.util.List;
import java.util.Map;

/**
 * A task is done.
 *
 * @param taskType what was done
 * @param outputs artifacts by role
 * @param followUps work for the steps that fan out over this task, in order
 * @param metrics figures by name, such as {@code rows} or {@code fitSeconds}; absent where undefined
 * @param facts JSON object that the orchestrator merges into the summary of the workflow, objects by key, lists by
 *     appending
 * @param cost what was used
 */
public record ProcessingComplete(
        String taskType,
        Map<String, List<ArtifactRef>> outputs,
        List<FollowUp> followUps,
        Map<String, Double> metrics,
        Map<String, Object> facts,
        List<CostRecord> cost)
        implements Payload {

    public ProcessingComplete {
        outputs = Documents.immutableLists(outputs);
        followUps = List.copyOf(followUps);
        metrics = Documents.immutable(metrics);
        facts = Documents.immutable(facts);
        cost = List.copyOf(cost);
    }

    @Override
    public MessageType type() {
        return MessageType.PROCESSING_COMPLETE;
    }
}
