package io.verisim.orchestrator.events.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.LogEntry;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The log of workflows in PostgreSQL; the lock on the workflow's row keeps the numbers without gaps. */
public final class PostgresEventLog implements EventLog {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    public PostgresEventLog(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    public void append(WorkflowId workflow, List<LogEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        long last = jdbc.sql(
                        "UPDATE workflow_executions SET log_seq = log_seq + :count WHERE id = :id RETURNING log_seq")
                .param("count", entries.size())
                .param("id", workflow.value())
                .query(Long.class)
                .single();
        long first = last - entries.size() + 1;
        SqlParameterSource[] rows = new SqlParameterSource[entries.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = parameters(workflow, entries.get(i), first + i);
        }
        template.batchUpdate("""
                INSERT INTO agent_logs (workflow_id, seq, at, kind, level, source, stage, task_id, sentence, data)
                VALUES (:workflow, :seq, :at, :kind, :level, :source, :stage, :task, :sentence, CAST(:data AS jsonb))""", rows);
    }

    private static SqlParameterSource parameters(WorkflowId workflow, LogEntry entry, long seq) {
        return new MapSqlParameterSource()
                .addValue("workflow", workflow.value())
                .addValue("seq", seq)
                .addValue("at", time(entry.at()))
                .addValue("kind", entry.kind())
                .addValue("level", entry.level())
                .addValue("source", entry.source())
                .addValue("stage", entry.stage())
                .addValue("task", entry.taskId())
                .addValue("sentence", entry.sentence())
                .addValue("data", json(entry.data()));
    }

    @Override
    public List<LogEntry> after(WorkflowId workflow, long seq, int limit) {
        return jdbc.sql("SELECT * FROM agent_logs WHERE workflow_id = :id AND seq > :seq ORDER BY seq LIMIT :limit")
                .param("id", workflow.value())
                .param("seq", seq)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static LogEntry read(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("seq"),
                Columns.instant(row, "at"),
                row.getString("kind"),
                row.getString("level"),
                row.getString("source"),
                row.getString("stage"),
                row.getObject("task_id", UUID.class),
                row.getString("sentence"),
                Columns.json(row, "data", new TypeReference<Map<String, Object>>() {}));
    }
}
