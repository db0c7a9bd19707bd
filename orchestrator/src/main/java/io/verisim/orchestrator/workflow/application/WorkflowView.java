package io.verisim.orchestrator.workflow.application;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.StageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is shown of workflows. */
public final class WorkflowView {

    private WorkflowView() {}

    /** A workflow in a list. */
    public record Line(
            WorkflowId id,
            String name,
            WorkflowState status,
            Instant createdAt,
            @Nullable Instant endedAt,
            double seconds,
            @Nullable String outcome) {}

    /** A workflow as a whole; commands are what its state allows a person to ask. */
    public record Detail(
            WorkflowId id,
            String name,
            String project,
            WorkflowState status,
            Actor actor,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            double seconds,
            @Nullable String sentence,
            List<StageView> stages,
            List<TaskView> tasks,
            @Nullable ErrorView error,
            List<String> commands,
            List<QuestionView> questions,
            @Nullable CheckpointView lastCheckpoint,
            Map<String, String> artifacts,
            long lastSequence) {}

    /** A stage. */
    public record StageView(
            String name,
            String title,
            String agent,
            StageStatus status,
            double seconds,
            @Nullable String sentence,
            @Nullable Long processed,
            @Nullable Long total) {}

    /** A task. */
    public record TaskView(
            UUID id,
            String taskType,
            String stage,
            @Nullable String key,
            String status,
            @Nullable String waiting,
            int attempt,
            @Nullable String instance,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant toldAt,
            @Nullable String sentence,
            @Nullable Long processed,
            @Nullable Long total,
            @Nullable ErrorDetail error) {}

    /** The error that stopped a workflow. */
    public record ErrorView(
            String category,
            String code,
            String message,
            String remedy,
            Map<String, String> context,
            String stage,
            @Nullable String step,
            int attempt,
            String tried,
            Instant at) {}

    /** An open question. */
    public record QuestionView(
            UUID id,
            String question,
            Map<String, Object> evidence,
            List<String> choices,
            String defaultChoice,
            Instant deadline) {}

    /** A checkpoint. */
    public record CheckpointView(UUID id, String label, Instant at, boolean stored) {}
}
