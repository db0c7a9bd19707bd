package io.verisim.orchestrator.workflow.adapter.postgres;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.id.IdSource;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.DataReady;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.workflow.application.Workflows;
import io.verisim.orchestrator.workflow.domain.Course;
import io.verisim.orchestrator.workflow.domain.Decision;
import io.verisim.orchestrator.workflow.domain.Effect;
import io.verisim.orchestrator.workflow.domain.Outputs;
import io.verisim.orchestrator.workflow.domain.Question;
import io.verisim.orchestrator.workflow.domain.TaskRun;
import io.verisim.orchestrator.workflow.domain.Workflow;
import io.verisim.orchestrator.workflow.domain.WorkflowOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workflows in PostgreSQL. */
public final class PostgresWorkflows implements Workflows {

    private static final String SAVE_TASK = """
            INSERT INTO tasks (id, workflow_id, stage, step, task_type, agent, key, ordinal, position, status, waiting,
                attempt, retries, batch_divisor, instance, error, created_at, started_at, ended_at, task_order)
            VALUES (:id, :workflow, :stage, :step, :taskType, :agent, :key, :ordinal, :position, :status, :waiting,
                :attempt, :retries, :batchDivisor, :instance, CAST(:error AS jsonb), :createdAt, :startedAt, :endedAt,
                CAST(:order AS jsonb))
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, waiting = excluded.waiting,
                attempt = excluded.attempt, retries = excluded.retries, batch_divisor = excluded.batch_divisor,
                instance = excluded.instance, error = excluded.error, started_at = excluded.started_at, ended_at = excluded.ended_at""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final IdSource ids;

    public PostgresWorkflows(JdbcClient jdbc, NamedParameterJdbcTemplate template, IdSource ids) {
        this.jdbc = jdbc;
        this.template = template;
        this.ids = ids;
    }

    @Override
    public void create(Workflow workflow) {
        WorkflowOrder order = workflow.order();
        UUID configuration = ids.next();
        jdbc.sql("""
                        INSERT INTO workflow_configs (id, project, name, document, created_by, created_at)
                        VALUES (:id, :project, :name, CAST(:document AS jsonb), :by, :at)""")
                .param("id", configuration)
                .param("project", order.project())
                .param("name", order.configuration().name())
                .param("document", json(order.configuration()))
                .param("by", order.actor().id())
                .param("at", time(order.createdAt()))
                .update();
        jdbc.sql("""
                        INSERT INTO workflow_executions (id, project, config_id, name, actor_kind, actor_id, source,
                            state, stages, planned, history, created_at)
                        VALUES (:id, :project, :config, :name, :actorKind, :actorId, CAST(:source AS jsonb),
                            :state, CAST(:stages AS jsonb), '[]', '[]', :at)""")
                .param("id", order.id().value())
                .param("project", order.project())
                .param("config", configuration)
                .param("name", order.configuration().name())
                .param("actorKind", order.actor().kind())
                .param("actorId", order.actor().id())
                .param("source", json(order.source()))
                .param("state", workflow.state().name())
                .param("stages", json(workflow.course().stages()))
                .param("at", time(order.createdAt()))
                .update();
    }

    @Override
    public Optional<Workflow> lock(WorkflowId id) {
        Optional<WorkflowRow> row =
                jdbc.sql("""
                        SELECT w.*, c.document, EXISTS (
                            SELECT FROM questions q WHERE q.workflow_id = w.id AND q.closed_at IS NULL) AS asks
                        FROM workflow_executions w JOIN workflow_configs c ON c.id = w.config_id
                        WHERE w.id = :id FOR UPDATE OF w""").param("id", id.value()).query(WorkflowRow::read).optional();
        return row.map(found ->
                new Workflow(found.order(), found.course(), tasks(id), found.asks() ? questions(id) : List.of()));
    }

    private List<TaskRun> tasks(WorkflowId id) {
        return jdbc.sql("""
                        SELECT id, stage, step, task_type, agent, key, ordinal, status, waiting, attempt, retries,
                            batch_divisor, instance, error, created_at, started_at, ended_at
                        FROM tasks WHERE workflow_id = :id ORDER BY position""")
                .param("id", id.value())
                .query((row, number) -> TaskRows.read(row))
                .list();
    }

    private List<Question> questions(WorkflowId id) {
        return jdbc.sql("""
                        SELECT id, task_id, attempt, request FROM questions
                        WHERE workflow_id = :id AND closed_at IS NULL ORDER BY id""")
                .param("id", id.value())
                .query((row, number) -> TaskRows.question(row))
                .list();
    }

    @Override
    public Outputs outputs(WorkflowId id) {
        Map<UUID, TaskRows.Yield> yields = new HashMap<>();
        jdbc.sql("""
                        SELECT t.id, t.step, t.ordinal, t.follow_ups, o.role, o.artifact
                        FROM tasks t LEFT JOIN task_outputs o ON o.task_id = t.id
                        WHERE t.workflow_id = :id AND t.status = 'DONE' ORDER BY t.id, o.role, o.ordinal""").param("id", id.value()).query(row -> {
            UUID task = Columns.uuid(row, "id");
            TaskRows.Yield yield = yields.get(task);
            if (yield == null) {
                yield = TaskRows.Yield.read(row);
                yields.put(task, yield);
            }
            yield.addArtifact(row);
        });
        return new Outputs(yields.values().stream().map(TaskRows.Yield::output).toList());
    }

    @Override
    public void save(Workflow before, Decision decision) {
        Workflow after = decision.after();
        saveTasks(before, after, orders(decision));
        if (before.course().equals(after.course())) {
            return;
        }
        Course course = after.course();
        jdbc.sql("""
                        UPDATE workflow_executions SET state = :state, resume = :resume, stages = CAST(:stages AS jsonb),
                            planned = CAST(:planned AS jsonb), history = CAST(:history AS jsonb),
                            failure = CAST(:failure AS jsonb), started_at = :startedAt, ended_at = :endedAt,
                            version = version + 1
                        WHERE id = :id""")
                .param("state", course.state().name())
                .param(
                        "resume",
                        course.resume() == null ? null : course.resume().name())
                .param("stages", json(course.stages()))
                .param("planned", json(course.planned()))
                .param("history", json(course.history()))
                .param("failure", json(course.failure()))
                .param("startedAt", time(course.startedAt()))
                .param("endedAt", time(course.endedAt()))
                .param("id", after.id().value())
                .update();
    }

    private static Map<TaskId, DataReady> orders(Decision decision) {
        Map<TaskId, DataReady> orders = new HashMap<>();
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Dispatch dispatch) {
                orders.put(dispatch.task().id(), dispatch.order());
            }
        }
        return orders;
    }

    private void saveTasks(Workflow before, Workflow after, Map<TaskId, DataReady> orders) {
        Map<TaskId, TaskRun> known = new HashMap<>();
        before.tasks().forEach(task -> known.put(task.id(), task));
        List<SqlParameterSource> changed = new ArrayList<>();
        for (int i = 0; i < after.tasks().size(); i++) {
            TaskRun task = after.tasks().get(i);
            if (!task.equals(known.get(task.id()))) {
                changed.add(parameters(after.id(), task, i).addValue("order", json(orders.get(task.id()))));
            }
        }
        if (!changed.isEmpty()) {
            template.batchUpdate(SAVE_TASK, changed.toArray(SqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource parameters(WorkflowId workflow, TaskRun task, int position) {
        TaskRun.Place place = task.place();
        return new MapSqlParameterSource()
                .addValue("id", task.id().value())
                .addValue("workflow", workflow.value())
                .addValue("stage", place.stage())
                .addValue("step", place.step())
                .addValue("taskType", place.taskType())
                .addValue("agent", place.agent().value())
                .addValue("key", place.key())
                .addValue("ordinal", place.ordinal())
                .addValue("position", position)
                .addValue("status", task.status().name())
                .addValue(
                        "waiting",
                        task.waiting() == null ? null : task.waiting().name())
                .addValue("attempt", task.attempt())
                .addValue("retries", task.retries())
                .addValue("batchDivisor", task.batchDivisor())
                .addValue("instance", task.instance())
                .addValue("error", json(task.error()))
                .addValue("createdAt", time(task.createdAt()))
                .addValue("startedAt", time(task.startedAt()))
                .addValue("endedAt", time(task.endedAt()));
    }
}
