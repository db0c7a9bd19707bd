package io.verisim.orchestrator.catalogue.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.id.AgentName;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.orchestrator.catalogue.AgentInstance;
import io.verisim.orchestrator.catalogue.Catalogue;
import io.verisim.orchestrator.catalogue.HeldTask;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The catalogue in PostgreSQL. */
public final class PostgresCatalogue implements Catalogue {

    private final JdbcClient jdbc;

    public PostgresCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void heard(AgentName agent, StatusUpdate status, Instant at) {
        String state = status.kind() == StatusKind.OFFLINE ? "OFFLINE" : "ONLINE";
        jdbc.sql("""
                        INSERT INTO agents (instance, name, version, status, task_types, online_at, last_seen_at)
                        VALUES (:instance, :name, :version, :status, CAST(:types AS jsonb), :at, :at)
                        ON CONFLICT (instance) DO UPDATE SET version = excluded.version, status = excluded.status,
                            task_types = excluded.task_types, last_seen_at = excluded.last_seen_at""")
                .param("instance", status.instance())
                .param("name", agent.value())
                .param("version", status.version())
                .param("status", state)
                .param("types", json(status.taskTypes()))
                .param("at", time(at))
                .update();
    }

    @Override
    public List<String> online(AgentName agent) {
        return jdbc.sql("SELECT instance FROM agents WHERE name = :name AND status = 'ONLINE' ORDER BY instance")
                .param("name", agent.value())
                .query((row, number) -> row.getString("instance"))
                .list();
    }

    @Override
    public List<AgentInstance> all() {
        // Every start of an agent is another instance: of the many that are gone, those heard of last are shown.
        return jdbc.sql("""
                        SELECT * FROM (SELECT * FROM agents ORDER BY last_seen_at DESC LIMIT 500) AS latest
                        ORDER BY name, last_seen_at DESC""")
                .query((row, number) -> new AgentInstance(
                        row.getString("instance"),
                        new AgentName(row.getString("name")),
                        row.getString("version"),
                        row.getString("status"),
                        Columns.json(row, "task_types", new TypeReference<List<TaskTypeInfo>>() {}),
                        Columns.instant(row, "online_at"),
                        Columns.instant(row, "last_seen_at")))
                .list();
    }

    @Override
    public List<HeldTask> lose(Instant before) {
        jdbc.sql("UPDATE agents SET status = 'LOST' WHERE status = 'ONLINE' AND last_seen_at < :before")
                .param("before", time(before))
                .update();
        return jdbc.sql("""
                        SELECT t.workflow_id, t.id, t.attempt, t.instance
                        FROM tasks t JOIN agents a ON a.instance = t.instance
                        WHERE t.status = 'RUNNING' AND a.status IN ('LOST', 'OFFLINE')
                          AND a.last_seen_at < :before""")
                .param("before", time(before))
                .query((row, number) -> new HeldTask(
                        new WorkflowId(Columns.uuid(row, "workflow_id")),
                        new TaskId(Columns.uuid(row, "id")),
                        row.getInt("attempt"),
                        row.getString("instance")))
                .list();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("""
                        DELETE FROM agents a WHERE a.status IN ('LOST', 'OFFLINE') AND a.last_seen_at < :before
                          AND NOT EXISTS (SELECT FROM tasks t WHERE t.instance = a.instance AND t.status = 'RUNNING')""").param("before", time(before)).update();
    }
}
