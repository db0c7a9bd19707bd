package io.verisim.orchestrator.checkpoint.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.checkpoint.Checkpoints;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.Workflow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checkpoints in PostgreSQL; their copies are stored by {@link CheckpointCopier}. */
public final class PostgresCheckpoints implements Checkpoints {

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Runnable saved;

    /**
     * Makes them.
     *
     * @param saved called inside the transaction whenever one was saved
     */
    public PostgresCheckpoints(JdbcClient jdbc, IdSource ids, Runnable saved) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.saved = saved;
    }

    /** A checkpoint whose copy is still to be stored. */
    record Pending(UUID id, String key, String snapshot) {}

    @Override
    public void save(Workflow workflow, String label, Actor actor, Instant at) {
        UUID id = ids.next();
        jdbc.sql("""
                        INSERT INTO checkpoints (id, workflow_id, label, state, actor_kind, actor_id, snapshot,
                            created_at, object_key)
                        VALUES (:id, :workflow, :label, :state, :actorKind, :actorId, CAST(:snapshot AS jsonb), :at,
                            :key)""")
                .param("id", id)
                .param("workflow", workflow.id().value())
                .param("label", label)
                .param("state", workflow.state().name())
                .param("actorKind", actor.kind())
                .param("actorId", actor.id())
                .param("snapshot", json(snapshot(workflow, label, actor, at)))
                .param("at", time(at))
                .param("key", "workflows/" + workflow.id() + "/checkpoints/" + id + ".json")
                .update();
        saved.run();
    }

    private Map<String, Object> snapshot(Workflow workflow, String label, Actor actor, Instant at) {
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("label", label);
        snapshot.put("at", at);
        snapshot.put("by", actor);
        snapshot.put("order", workflow.order());
        snapshot.put("course", workflow.course());
        snapshot.put("tasks", workflow.tasks());
        snapshot.put("artifacts", artifacts(workflow.id()));
        return snapshot;
    }

    private record Artifact(UUID task, String role, int ordinal, ArtifactRef artifact) {}

    private List<Artifact> artifacts(WorkflowId id) {
        return jdbc.sql("""
                        SELECT task_id, role, ordinal, artifact FROM task_outputs
                        WHERE workflow_id = :id ORDER BY task_id, role, ordinal""")
                .param("id", id.value())
                .query((row, number) -> new Artifact(
                        Columns.uuid(row, "task_id"),
                        row.getString("role"),
                        row.getInt("ordinal"),
                        Columns.json(row, "artifact", ArtifactRef.class)))
                .list();
    }

    /** Checkpoints without a copy, which no other orchestrator takes until the transaction ends. */
    List<Pending> claim(int limit) {
        return jdbc.sql("""
                        SELECT id, object_key, snapshot FROM checkpoints
                        WHERE stored_at IS NULL ORDER BY created_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .param("limit", limit)
                .query((row, number) ->
                        new Pending(Columns.uuid(row, "id"), row.getString("object_key"), row.getString("snapshot")))
                .list();
    }

    void stored(UUID id, Instant at) {
        jdbc.sql("UPDATE checkpoints SET stored_at = :at WHERE id = :id")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** Workflows at work whose last checkpoint, or whose start, lies before a time. */
    public List<WorkflowId> due(Instant before) {
        return jdbc.sql("""
                        SELECT w.id FROM workflow_executions w
                        WHERE w.ended_at IS NULL AND w.started_at < :before AND w.state <> 'PAUSED'
                          AND NOT EXISTS (SELECT FROM checkpoints c
                                          WHERE c.workflow_id = w.id AND c.created_at >= :before)
                        LIMIT 100""")
                .param("before", time(before))
                .query((row, number) -> new WorkflowId(Columns.uuid(row, "id")))
                .list();
    }
}
