package io.verisim.orchestrator.trigger.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.trigger.Trigger;
import io.verisim.orchestrator.trigger.TriggerBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Triggers in PostgreSQL. */
public final class PostgresTriggers implements TriggerBook {

    private final JdbcClient jdbc;

    public PostgresTriggers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Trigger trigger) {
        Trigger.Order order = trigger.order();
        jdbc.sql("""
                        INSERT INTO triggers (id, name, jql, every_ms, credentials, configuration, source, enabled,
                            created_at, next_poll_at)
                        VALUES (:id, :name, :jql, :every, :credentials, CAST(:configuration AS jsonb),
                            CAST(:source AS jsonb), :enabled, :at, :next)""")
                .param("id", trigger.id())
                .param("name", trigger.name())
                .param("jql", order.jql())
                .param("every", order.every().toMillis())
                .param("credentials", order.credentials())
                .param("configuration", json(order.configuration()))
                .param("source", json(order.source()))
                .param("enabled", trigger.enabled())
                .param("at", time(trigger.createdAt()))
                .param("next", time(trigger.nextPollAt()))
                .update();
    }

    @Override
    public List<Trigger> all() {
        return jdbc.sql("SELECT * FROM triggers ORDER BY created_at, id")
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public boolean switchTo(UUID id, boolean on, Instant now) {
        return jdbc.sql("UPDATE triggers SET enabled = :on, next_poll_at = :now WHERE id = :id")
                        .param("on", on)
                        .param("now", time(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    @Override
    public boolean remove(UUID id) {
        return jdbc.sql("DELETE FROM triggers WHERE id = :id").param("id", id).update() > 0;
    }

    @Override
    public Optional<Trigger> lockDue(Instant now) {
        return jdbc.sql("""
                        SELECT * FROM triggers WHERE enabled AND next_poll_at <= :now
                        ORDER BY next_poll_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param("now", time(now))
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Map<String, Seen> seen(UUID trigger) {
        Map<String, Seen> seen = new HashMap<>();
        jdbc.sql("SELECT issue_key, updated, workflow_id FROM trigger_seen WHERE trigger_id = :id")
                .param("id", trigger)
                .query((row, number) -> seen.put(
                        row.getString("issue_key"),
                        new Seen(Columns.instant(row, "updated"), workflow(row, "workflow_id"))))
                .list();
        return seen;
    }

    @Override
    public Optional<LastRun> lastRun(Trigger trigger) {
        WorkflowId last = trigger.lastWorkflow();
        if (last == null) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT state, ended_at FROM workflow_executions WHERE id = :id")
                .param("id", last.value())
                .query((row, number) -> new LastRun(
                        WorkflowState.valueOf(row.getString("state")).isFinal()
                                        || row.getString("state").equals(WorkflowState.FAILED.name())
                                ? Columns.instantOrNull(row, "ended_at")
                                : null))
                .optional();
    }

    @Override
    public void keepSeen(UUID trigger, Map<String, Seen> seen) {
        seen.forEach((key, one) -> jdbc.sql("""
                        INSERT INTO trigger_seen (trigger_id, issue_key, updated, workflow_id)
                        VALUES (:trigger, :key, :updated, :workflow)
                        ON CONFLICT (trigger_id, issue_key) DO UPDATE
                        SET updated = excluded.updated, workflow_id = excluded.workflow_id""")
                .param("trigger", trigger)
                .param("key", key)
                .param("updated", time(one.updated()))
                .param(
                        "workflow",
                        one.workflow() == null ? null : one.workflow().value())
                .update());
    }

    @Override
    public void polled(Trigger trigger, @Nullable WorkflowId started, @Nullable String problem, Instant now) {
        jdbc.sql("""
                        UPDATE triggers SET last_poll_at = :now, next_poll_at = :next, problem = :problem,
                            last_workflow = COALESCE(:started, last_workflow)
                        WHERE id = :id""")
                .param("now", time(now))
                .param("next", time(now.plus(trigger.order().every())))
                .param("problem", problem)
                .param("started", started == null ? null : started.value(), java.sql.Types.OTHER)
                .param("id", trigger.id())
                .update();
    }

    private static Trigger read(ResultSet row) throws SQLException {
        return new Trigger(
                Columns.uuid(row, "id"),
                row.getString("name"),
                new Trigger.Order(
                        row.getString("jql"),
                        Duration.ofMillis(row.getLong("every_ms")),
                        row.getString("credentials"),
                        Columns.json(row, "configuration", WorkflowConfiguration.class),
                        Columns.json(row, "source", ArtifactRef.class)),
                row.getBoolean("enabled"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "next_poll_at"),
                Columns.instantOrNull(row, "last_poll_at"),
                workflow(row, "last_workflow"),
                row.getString("problem"));
    }

    private static @Nullable WorkflowId workflow(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new WorkflowId(id);
    }
}
