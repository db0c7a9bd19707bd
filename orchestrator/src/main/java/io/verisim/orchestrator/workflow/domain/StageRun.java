package io.verisim.orchestrator.workflow.domain;

import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage of one workflow.
 *
 * @param name name of the stage in the pipeline
 * @param startedAt when it became current; null before, and where it was left out
 * @param endedAt when it ended
 * @param skipped whether it was left out
 */
public record StageRun(
        String name, @Nullable Instant startedAt, @Nullable Instant endedAt, boolean skipped) {

    static StageRun pending(String name) {
        return new StageRun(name, null, null, false);
    }

    StageRun started(Instant now) {
        return new StageRun(name, now, null, false);
    }

    StageRun ended(Instant now, boolean leftOut) {
        return new StageRun(name, startedAt, now, leftOut);
    }

    /** What is shown of the stage while the workflow is in {@code state}. */
    public StageStatus status(WorkflowState state) {
        if (skipped) {
            return StageStatus.SKIPPED;
        }
        if (startedAt == null) {
            return StageStatus.PENDING;
        }
        if (endedAt != null) {
            return StageStatus.COMPLETED;
        }
        return switch (state) {
            case WAITING_INPUT -> StageStatus.WAITING_INPUT;
            case WAITING_RETRY -> StageStatus.WAITING_RETRY;
            case PAUSED -> StageStatus.PAUSED;
            case FAILED -> StageStatus.FAILED;
            case ABORTED -> StageStatus.ABORTED;
            default -> StageStatus.RUNNING;
        };
    }

    /** Seconds so far, or in all; 0 before the start. */
    public double seconds(Instant now) {
        return startedAt == null
                ? 0
                : Duration.between(startedAt, endedAt == null ? now : endedAt).toMillis() / 1000.0;
    }
}
