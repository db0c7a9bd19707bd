package io.verisim.orchestrator.workflow.adapter.postgres;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.FollowUp;
import io.verisim.model.message.RequestInput;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.workflow.domain.Outputs;
import io.verisim.orchestrator.workflow.domain.Question;
import io.verisim.orchestrator.workflow.domain.TaskRun;
import io.verisim.orchestrator.workflow.domain.TaskStatus;
import io.verisim.orchestrator.workflow.domain.WaitReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Rows of tasks, their outputs and questions. */
final class TaskRows {

    private TaskRows() {}

    static TaskRun read(ResultSet row) throws SQLException {
        String waiting = row.getString("waiting");
        return new TaskRun(
                new TaskId(Columns.uuid(row, "id")),
                new TaskRun.Place(
                        row.getString("stage"),
                        row.getString("step"),
                        row.getString("task_type"),
                        new AgentName(row.getString("agent")),
                        row.getString("key"),
                        row.getInt("ordinal")),
                TaskStatus.valueOf(row.getString("status")),
                waiting == null ? null : WaitReason.valueOf(waiting),
                row.getInt("attempt"),
                row.getInt("retries"),
                row.getInt("batch_divisor"),
                row.getString("instance"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"),
                Columns.jsonOrNull(row, "error", ErrorDetail.class));
    }

    static Question question(ResultSet row) throws SQLException {
        return new Question(
                Columns.uuid(row, "id"),
                new TaskId(Columns.uuid(row, "task_id")),
                row.getInt("attempt"),
                Columns.json(row, "request", RequestInput.class));
    }

    /** What one task yielded, while its artifacts are gathered. */
    record Yield(String step, int ordinal, List<FollowUp> followUps, Map<String, List<ArtifactRef>> artifacts) {

        static Yield read(ResultSet row) throws SQLException {
            String followUps = row.getString("follow_ups");
            return new Yield(
                    row.getString("step"),
                    row.getInt("ordinal"),
                    followUps == null
                            ? List.of()
                            : Columns.json(row, "follow_ups", new TypeReference<List<FollowUp>>() {}),
                    new LinkedHashMap<>());
        }

        /** Adds the artifact of a row; a task without outputs has one row without an artifact. */
        void addArtifact(ResultSet row) throws SQLException {
            String role = row.getString("role");
            if (role != null) {
                artifacts
                        .computeIfAbsent(role, key -> new ArrayList<>())
                        .add(Columns.json(row, "artifact", ArtifactRef.class));
            }
        }

        Outputs.Output output() {
            return new Outputs.Output(step, ordinal, artifacts, followUps);
        }
    }
}
