package io.verisim.orchestrator.events.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.LogEntry;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The log of workflows in PostgreSQL; the lock on the workflow's row keeps the numbers without gaps. */
public final class PostgresEventLog implements EventLog {

    /** Numbers and keeps the lines of one event in one round trip, since every event has some. */
    private static final String APPEND = """
            WITH numbered AS (
                UPDATE workflow_executions SET log_seq = log_seq + :count WHERE id = :workflow
                RETURNING log_seq - :count AS before)
            INSERT INTO agent_logs (workflow_id, seq, at, kind, level, source, stage, task_id, sentence, data)
            SELECT :workflow, numbered.before + line.number, CAST(line.at AS timestamptz), line.kind, line.level,
                line.source, line.stage, CAST(line.task AS uuid), line.sentence, CAST(line.data AS jsonb)
            FROM numbered, unnest(CAST(:at AS text[]), CAST(:kind AS text[]), CAST(:level AS text[]),
                CAST(:source AS text[]), CAST(:stage AS text[]), CAST(:task AS text[]), CAST(:sentence AS text[]),
                CAST(:data AS text[])) WITH ORDINALITY
                AS line (at, kind, level, source, stage, task, sentence, data, number)""";

    private final JdbcClient jdbc;

    public PostgresEventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(WorkflowId workflow, List<LogEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(APPEND)
                .param("workflow", workflow.value())
                .param("count", entries.size())
                .param("at", texts(entries, entry -> entry.at().toString()))
                .param("kind", texts(entries, LogEntry::kind))
                .param("level", texts(entries, LogEntry::level))
                .param("source", texts(entries, LogEntry::source))
                .param("stage", texts(entries, LogEntry::stage))
                .param(
                        "task",
                        texts(
                                entries,
                                entry -> entry.taskId() == null
                                        ? null
                                        : entry.taskId().toString()))
                .param("sentence", texts(entries, LogEntry::sentence))
                .param("data", texts(entries, entry -> json(entry.data())))
                .update();
    }

    private static @Nullable String[] texts(List<LogEntry> entries, Function<LogEntry, @Nullable String> column) {
        return entries.stream().map(column).toArray(String[]::new);
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

    static LogEntry read(ResultSet row) throws SQLException {
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
