package io.verisim.orchestrator.workflow.adapter.postgres;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Stage;
import io.verisim.orchestrator.results.Results;
import io.verisim.orchestrator.workflow.application.WorkflowView;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.Course;
import io.verisim.orchestrator.workflow.domain.Failure;
import io.verisim.orchestrator.workflow.domain.StageRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shown of workflows. */
public final class WorkflowViews {

    private static final LifecycleTable COMMANDS = LifecycleTable.standard();

    private final JdbcClient jdbc;
    private final Pipeline pipeline;
    private final Results results;
    private final Clock clock;

    public WorkflowViews(JdbcClient jdbc, Pipeline pipeline, Results results, Clock clock) {
        this.jdbc = jdbc;
        this.pipeline = pipeline;
        this.results = results;
        this.clock = clock;
    }

    private record Row(
            WorkflowId id, String name, String project, Actor actor, Instant createdAt, Course course, long logSeq) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    new WorkflowId(Columns.uuid(row, "id")),
                    row.getString("name"),
                    row.getString("project"),
                    new Actor(row.getString("actor_kind"), row.getString("actor_id")),
                    Columns.instant(row, "created_at"),
                    WorkflowRow.course(row),
                    row.getLong("log_seq"));
        }
    }

    /** The newest workflows. */
    public List<WorkflowView.Line> list(int limit) {
        List<Row> rows = jdbc.sql("SELECT * FROM workflow_executions ORDER BY created_at DESC LIMIT :limit")
                .param("limit", limit)
                .query(Row::read)
                .list();
        Map<WorkflowId, String> outcomes =
                results.outcomes(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new WorkflowView.Line(
                        row.id(),
                        row.name(),
                        row.course().state(),
                        row.createdAt(),
                        row.course().endedAt(),
                        seconds(row.course()),
                        outcomes.get(row.id())))
                .toList();
    }

    /** One workflow; empty where there is none of this id. */
    public Optional<WorkflowView.Detail> detail(WorkflowId id) {
        return jdbc.sql("SELECT * FROM workflow_executions WHERE id = :id")
                .param("id", id.value())
                .query(Row::read)
                .optional()
                .map(this::detail);
    }

    private WorkflowView.Detail detail(Row row) {
        Course course = row.course();
        List<WorkflowView.TaskView> tasks = tasks(row.id());
        return new WorkflowView.Detail(
                row.id(),
                row.name(),
                row.project(),
                course.state(),
                row.actor(),
                row.createdAt(),
                course.startedAt(),
                course.endedAt(),
                seconds(course),
                latest(tasks).map(WorkflowView.TaskView::sentence).orElse(null),
                stages(course, tasks),
                tasks,
                error(course.failure()),
                COMMANDS.commands(course.state()),
                questions(row.id()),
                lastCheckpoint(row.id()),
                results.links(row.id()),
                row.logSeq());
    }

    private double seconds(Course course) {
        Instant start = course.startedAt();
        Instant end = course.endedAt() == null ? clock.instant() : course.endedAt();
        return start == null ? 0 : Duration.between(start, end).toMillis() / 1000.0;
    }

    /** Stages as they are shown, also in the summary. */
    public List<WorkflowView.StageView> stages(Course course, List<WorkflowView.TaskView> tasks) {
        Instant now = course.endedAt() == null ? clock.instant() : course.endedAt();
        return course.stages().stream()
                .map(run -> stage(run, course.state(), tasks, now))
                .toList();
    }

    private WorkflowView.StageView stage(
            StageRun run, WorkflowState state, List<WorkflowView.TaskView> tasks, Instant now) {
        Stage stage = pipeline.stages().stream()
                .filter(candidate -> candidate.name().equals(run.name()))
                .findFirst()
                .orElseThrow();
        List<WorkflowView.TaskView> own =
                tasks.stream().filter(task -> task.stage().equals(run.name())).toList();
        Optional<WorkflowView.TaskView> latest = latest(own);
        List<WorkflowView.TaskView> siblings = latest.stream()
                .flatMap(one -> own.stream().filter(task -> task.taskType().equals(one.taskType())))
                .toList();
        boolean several = siblings.size() > 1;
        Long processed = several
                ? Long.valueOf(siblings.stream()
                        .filter(task -> task.status().equals("DONE"))
                        .count())
                : latest.map(WorkflowView.TaskView::processed).orElse(null);
        Long total = several
                ? Long.valueOf(siblings.size())
                : latest.map(WorkflowView.TaskView::total).orElse(null);
        return new WorkflowView.StageView(
                run.name(),
                stage.title(),
                stage.agent().value(),
                run.status(state),
                run.seconds(now),
                latest.map(WorkflowView.TaskView::sentence).orElse(null),
                processed,
                total);
    }

    private static Optional<WorkflowView.TaskView> latest(List<WorkflowView.TaskView> tasks) {
        return tasks.stream()
                .filter(task -> task.sentence() != null && task.toldAt() != null)
                .max(Comparator.comparing(task -> task.toldAt() == null ? Instant.EPOCH : task.toldAt()));
    }

    private static WorkflowView.@Nullable ErrorView error(@Nullable Failure failure) {
        if (failure == null) {
            return null;
        }
        ErrorDetail detail = failure.detail();
        return new WorkflowView.ErrorView(
                detail.category().name(),
                detail.code(),
                detail.message(),
                detail.remedy(),
                detail.context(),
                failure.stage(),
                failure.step(),
                failure.attempt(),
                failure.tried(),
                failure.at());
    }

    private List<WorkflowView.TaskView> tasks(WorkflowId id) {
        return jdbc.sql("SELECT * FROM tasks WHERE workflow_id = :id ORDER BY position")
                .param("id", id.value())
                .query((row, number) -> task(row))
                .list();
    }

    private static WorkflowView.TaskView task(ResultSet row) throws SQLException {
        String key = row.getString("key");
        return new WorkflowView.TaskView(
                Columns.uuid(row, "id"),
                row.getString("task_type"),
                row.getString("stage"),
                key.equals(row.getString("step")) ? null : key,
                row.getString("status"),
                row.getString("waiting"),
                row.getInt("attempt"),
                row.getString("instance"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"),
                Columns.instantOrNull(row, "told_at"),
                row.getString("sentence"),
                Columns.longOrNull(row, "processed"),
                Columns.longOrNull(row, "total"),
                Columns.jsonOrNull(row, "error", ErrorDetail.class));
    }

    private List<WorkflowView.QuestionView> questions(WorkflowId id) {
        return jdbc
                .sql("SELECT * FROM questions WHERE workflow_id = :id AND closed_at IS NULL ORDER BY id")
                .param("id", id.value())
                .query((row, number) -> TaskRows.question(row))
                .list()
                .stream()
                .map(question -> new WorkflowView.QuestionView(
                        question.id(),
                        question.request().question(),
                        question.request().evidence(),
                        question.request().choices(),
                        question.request().defaultChoice(),
                        question.request().deadline()))
                .toList();
    }

    private WorkflowView.@Nullable CheckpointView lastCheckpoint(WorkflowId id) {
        return jdbc.sql("""
                        SELECT id, label, created_at, stored_at FROM checkpoints
                        WHERE workflow_id = :id ORDER BY id DESC LIMIT 1""")
                .param("id", id.value())
                .query((row, number) -> new WorkflowView.CheckpointView(
                        Columns.uuid(row, "id"),
                        row.getString("label"),
                        Columns.instant(row, "created_at"),
                        row.getObject("stored_at") != null))
                .optional()
                .orElse(null);
    }
}
