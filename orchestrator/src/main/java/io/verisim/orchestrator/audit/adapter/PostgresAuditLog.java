package io.verisim.orchestrator.audit.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.audit.AuditEntry;
import io.verisim.orchestrator.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log in PostgreSQL; an entry waits for its place in the chain, which {@link AuditSealer} gives it. */
public final class PostgresAuditLog implements AuditLog {

    private final JdbcClient jdbc;
    private final IdSource ids;

    public PostgresAuditLog(JdbcClient jdbc, IdSource ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    public void append(AuditEntry entry) {
        jdbc.sql("""
                        WITH entry AS (
                            INSERT INTO audit_log (id, project, at, actor_kind, actor_id, action, agent, workflow_id,
                                task_id, inputs, outputs, cost, detail)
                            VALUES (:id, :project, :at, :actorKind, :actorId, :action, :agent, :workflow, :task,
                                CAST(:inputs AS jsonb), CAST(:outputs AS jsonb), CAST(:cost AS jsonb),
                                CAST(:detail AS jsonb))
                            RETURNING seq, id)
                        INSERT INTO audit_pending (seq, entry_id) SELECT seq, id FROM entry""")
                .param("id", ids.next())
                .param("project", entry.project())
                .param("at", time(entry.at()))
                .param("actorKind", entry.actorKind())
                .param("actorId", entry.actorId())
                .param("action", entry.action())
                .param("agent", entry.agent())
                .param(
                        "workflow",
                        entry.workflow() == null ? null : entry.workflow().value())
                .param("task", entry.task() == null ? null : entry.task().value())
                .param("inputs", json(entry.inputs()))
                .param("outputs", json(entry.outputs()))
                .param("cost", json(entry.cost()))
                .param("detail", json(entry.detail()))
                .update();
    }
}
