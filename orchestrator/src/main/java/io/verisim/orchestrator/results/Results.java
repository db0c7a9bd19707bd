package io.verisim.orchestrator.results;

import io.verisim.model.id.WorkflowId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What workflows led to. */
public interface Results {

    /** What the finished tasks told, merged in the order of the pipeline. */
    Map<String, Object> facts(WorkflowId workflow);

    /** Relative addresses of the artifacts that the summary names, by their name there. */
    Map<String, String> links(WorkflowId workflow);

    /** One line each on those of the workflows that have something to tell. */
    Map<WorkflowId, String> outcomes(List<WorkflowId> workflows);

    /** All artifacts, in the order of the pipeline; the source is not among them. */
    List<ArtifactEntry> artifacts(WorkflowId workflow);

    Optional<ArtifactEntry> artifact(WorkflowId workflow, UUID id);
}
