package io.verisim.orchestrator.workflow.adapter.postgres;

import static io.verisim.orchestrator.jdbc.adapter.Columns.json;
import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.workflow.application.Questions;
import io.verisim.orchestrator.workflow.domain.Effect;
import io.verisim.orchestrator.workflow.domain.Question;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions in PostgreSQL. */
public final class PostgresQuestions implements Questions {

    private final JdbcClient jdbc;

    public PostgresQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(WorkflowId workflow, Question question, Instant at) {
        jdbc.sql("""
                        INSERT INTO questions (id, workflow_id, task_id, attempt, request, asked_at)
                        VALUES (:id, :workflow, :task, :attempt, CAST(:request AS jsonb), :at)""")
                .param("id", question.id())
                .param("workflow", workflow.value())
                .param("task", question.task().value())
                .param("attempt", question.attempt())
                .param("request", json(question.request()))
                .param("at", time(at))
                .update();
    }

    @Override
    public void close(Effect.CloseQuestion close, Instant at) {
        jdbc.sql("UPDATE questions SET closed_at = :at, answer = :answer, answered_by = :by WHERE id = :id")
                .param("at", time(at))
                .param("answer", close.choice())
                .param("by", close.actor() == null ? null : close.actor().id())
                .param("id", close.question())
                .update();
    }
}
