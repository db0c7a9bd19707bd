package io.verisim.model.message;

import io.verisim.model.artifact.ArtifactRef;
import java.util.List;
import java.util.Map;

/**
 * One piece of work that a finished task proposes, such as one chunk of a sampling plan. A step of the pipeline that
 * fans out over it makes one task of each.
 *
 * @param key names the piece within its task; stable over retries
 * @param parameters added to the parameters of the new task
 * @param inputs added to the inputs of the new task
 */
public record FollowUp(String key, Map<String, Object> parameters, Map<String, List<ArtifactRef>> inputs) {

    public FollowUp {
        parameters = Documents.immutable(parameters);
        inputs = Documents.immutableLists(inputs);
    }
}
