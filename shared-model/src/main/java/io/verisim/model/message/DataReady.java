package io.verisim.model.message;

import io.verisim.model.artifact.ArtifactRef;
import java.util.List;
import java.util.Map;

/**
 * A task for an agent.
 *
 * @param taskType what to do; the queue is named after it
 * @param stage stage of the workflow that the task belongs to
 * @param parameters JSON object, valid against the schema that the agent announced
 * @param inputs artifacts by role
 */
public record DataReady(
        String taskType, String stage, Map<String, Object> parameters, Map<String, List<ArtifactRef>> inputs)
        implements Payload {

    public DataReady {
        parameters = Documents.immutable(parameters);
        inputs = Documents.immutableLists(inputs);
    }

    @Override
    public MessageType type() {
        return MessageType.DATA_READY;
    }
}
