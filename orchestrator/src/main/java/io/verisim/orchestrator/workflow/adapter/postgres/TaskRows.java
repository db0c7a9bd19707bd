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
import java.util.UUID;
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
    record Yield(
            UUID task, String step, int ordinal, List<FollowUp> followUps, Map<String, List<ArtifactRef>> artifacts) {

        static Yield read(ResultSet row) throws SQLException {
            String followUps = row.getString("follow_ups");
            return new Yield(
                    Columns.uuid(row, "id"),
                    row.getString("step"),
                    row.getInt("ordinal"),
                    followUps == null
                            ? List.of()
                            : Columns.json(row, "follow_ups", new TypeReference<List<FollowUp>>() {}),
                    new LinkedHashMap<>());
        }

        void add(YieldedArtifact artifact) {
            artifacts
                    .computeIfAbsent(artifact.role(), role -> new ArrayList<>())
                    .add(artifact.artifact());
        }

        Outputs.Output output() {
            return new Outputs.Output(step, ordinal, artifacts, followUps);
        }
    }

    record YieldedArtifact(UUID task, String role, ArtifactRef artifact) {

        static YieldedArtifact read(ResultSet row) throws SQLException {
            return new YieldedArtifact(
                    Columns.uuid(row, "task_id"),
                    row.getString("role"),
                    Columns.json(row, "artifact", ArtifactRef.class));
        }
    }
}
