package io.verisim.orchestrator.audit;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.CostRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who did what.
 *
 * @param project tenant
 * @param at when
 * @param actorKind such as {@code user}, {@code agent} or {@code system}
 * @param actorId name or account
 * @param action such as {@code workflow.pause} or {@code task.completed}
 * @param agent agent that took part; null for none
 * @param workflow workflow concerned; null for none
 * @param task task concerned; null for none
 * @param inputs what was read
 * @param outputs what was made
 * @param cost what was used
 * @param detail anything else; no secrets and no production values
 */
public record AuditEntry(
        String project,
        Instant at,
        String actorKind,
        String actorId,
        String action,
        @Nullable String agent,
        @Nullable WorkflowId workflow,
        @Nullable TaskId task,
        List<ArtifactRef> inputs,
        List<ArtifactRef> outputs,
        List<CostRecord> cost,
        Map<String, Object> detail) {

    public AuditEntry {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        cost = List.copyOf(cost);
        detail = Map.copyOf(detail);
    }

    /** An entry about a workflow as a whole. */
    public static AuditEntry of(
            String project,
            Instant at,
            String actorKind,
            String actorId,
            String action,
            @Nullable WorkflowId workflow,
            Map<String, Object> detail) {
        return new AuditEntry(
                project, at, actorKind, actorId, action, null, workflow, null, List.of(), List.of(), List.of(), detail);
    }
}
