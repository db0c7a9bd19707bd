package io.verisim.orchestrator.workflow.adapter.postgres;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.lifecycle.Transition;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.Course;
import io.verisim.orchestrator.workflow.domain.Failure;
import io.verisim.orchestrator.workflow.domain.StageRun;
import io.verisim.orchestrator.workflow.domain.WorkflowOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** A row of workflow_executions with its configuration. */
record WorkflowRow(WorkflowOrder order, Course course, boolean asks) {

    static WorkflowRow read(ResultSet row, int number) throws SQLException {
        return new WorkflowRow(order(row), course(row), row.getBoolean("asks"));
    }

    static WorkflowOrder order(ResultSet row) throws SQLException {
        return new WorkflowOrder(
                new WorkflowId(Columns.uuid(row, "id")),
                row.getString("project"),
                Columns.json(row, "document", WorkflowConfiguration.class),
                Columns.json(row, "source", ArtifactRef.class),
                new Actor(row.getString("actor_kind"), row.getString("actor_id")),
                Columns.instant(row, "created_at"));
    }

    static Course course(ResultSet row) throws SQLException {
        String resume = row.getString("resume");
        return new Course(
                WorkflowState.valueOf(row.getString("state")),
                resume == null ? null : WorkflowState.valueOf(resume),
                Columns.json(row, "stages", new TypeReference<List<StageRun>>() {}),
                Columns.json(row, "planned", new TypeReference<LinkedHashSet<String>>() {}),
                Columns.json(row, "history", new TypeReference<List<Transition>>() {}),
                Columns.jsonOrNull(row, "failure", Failure.class),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
