package io.verisim.orchestrator.workflow.adapter.postgres;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.StatusUpdate;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.results.DeepMerge;
import io.verisim.orchestrator.workflow.application.TaskBook;
import io.verisim.orchestrator.workflow.domain.Effect;
import io.verisim.orchestrator.workflow.domain.TaskRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** What tasks carry, in PostgreSQL. */
public final class PostgresTaskBook implements TaskBook {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final IdSource ids;

    public PostgresTaskBook(JdbcClient jdbc, NamedParameterJdbcTemplate template, IdSource ids) {
        this.jdbc = jdbc;
        this.template = template;
        this.ids = ids;
    }

    @Override
    public DataReady order(TaskId task, Map<String, Object> extra) {
        DataReady order = jdbc.sql("SELECT task_order FROM tasks WHERE id = :id")
                .param("id", task.value())
                .query((row, number) -> Columns.json(row, "task_order", DataReady.class))
                .single();
        if (extra.isEmpty()) {
            return order;
        }
        DataReady merged = new DataReady(
                order.taskType(), order.stage(), DeepMerge.merge(order.parameters(), extra), order.inputs());
        jdbc.sql("UPDATE tasks SET task_order = CAST(:task_order AS jsonb) WHERE id = :id")
                .param("task_order", json(merged))
                .param("id", task.value())
                .update();
        return merged;
    }

    @Override
    public List<ArtifactRef> keepResult(WorkflowId workflow, TaskRun task, ProcessingComplete result, Instant at) {
        Map<String, List<ArtifactRef>> inputs = jdbc.sql("""
                        UPDATE tasks SET follow_ups = CAST(:followUps AS jsonb), facts = CAST(:facts AS jsonb),
                            metrics = CAST(:metrics AS jsonb), cost = CAST(:cost AS jsonb)
                        WHERE id = :id RETURNING task_order -> 'inputs' AS inputs""")
                .param("followUps", result.followUps().isEmpty() ? null : json(result.followUps()))
                .param("facts", json(result.facts()))
                .param("metrics", json(result.metrics()))
                .param("cost", json(result.cost()))
                .param("id", task.id().value())
                .query((row, number) ->
                        Columns.json(row, "inputs", new TypeReference<Map<String, List<ArtifactRef>>>() {}))
                .single();
        List<SqlParameterSource> rows = new ArrayList<>();
        result.outputs().forEach((role, artifacts) -> {
            for (int i = 0; i < artifacts.size(); i++) {
                rows.add(new MapSqlParameterSource()
                        .addValue("id", ids.next())
                        .addValue("workflow", workflow.value())
                        .addValue("task", task.id().value())
                        .addValue("attempt", task.attempt())
                        .addValue("role", role)
                        .addValue("ordinal", i)
                        .addValue("artifact", json(artifacts.get(i)))
                        .addValue("at", time(at)));
            }
        });
        if (!rows.isEmpty()) {
            template.batchUpdate("""
                    INSERT INTO task_outputs (id, workflow_id, task_id, attempt, role, ordinal, artifact, created_at)
                    VALUES (:id, :workflow, :task, :attempt, :role, :ordinal, CAST(:artifact AS jsonb), :at)""", rows.toArray(SqlParameterSource[]::new));
        }
        return inputs.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void keepError(WorkflowId workflow, Effect.KeepError error, Instant at) {
        ErrorDetail detail = error.error();
        TaskRun task = error.task();
        jdbc.sql("""
                        INSERT INTO error_records (id, workflow_id, task_id, stage, step, key, attempt, agent, category,
                            code, message, remedy, context, decision, at)
                        VALUES (:id, :workflow, :task, :stage, :step, :key, :attempt, :agent, :category, :code,
                            :message, :remedy, CAST(:context AS jsonb), :decision, :at)""")
                .param("id", ids.next())
                .param("workflow", workflow.value())
                .param("task", task == null ? null : task.id().value())
                .param("stage", error.stage())
                .param("step", error.step())
                .param("key", task == null ? error.step() : task.place().key())
                .param("attempt", task == null ? 0 : task.attempt())
                .param("agent", error.agent().value())
                .param("category", detail.category().name())
                .param("code", detail.code())
                .param("message", detail.message())
                .param("remedy", detail.remedy())
                .param("context", json(detail.context()))
                .param("decision", error.decision())
                .param("at", time(at))
                .update();
    }

    @Override
    public Optional<String> keepProgress(
            WorkflowId workflow, TaskId task, int attempt, StatusUpdate progress, Instant at) {
        // Locks are taken in the order in which every event takes them: the workflow, then its tasks.
        jdbc.sql("SELECT 1 FROM workflow_executions WHERE id = :id FOR UPDATE")
                .param("id", workflow.value())
                .query(Integer.class)
                .optional();
        return jdbc.sql("""
                        UPDATE tasks SET sentence = :sentence, processed = :processed, total = :total, told_at = :at
                        WHERE id = :id AND attempt = :attempt AND status IN ('PENDING', 'RUNNING')
                        RETURNING stage""")
                .param("sentence", progress.sentence())
                .param("processed", progress.processed())
                .param("total", progress.total())
                .param("at", time(at))
                .param("id", task.value())
                .param("attempt", attempt)
                .query(String.class)
                .optional();
    }
}
