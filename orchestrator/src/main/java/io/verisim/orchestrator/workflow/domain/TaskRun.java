package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the lifecycle sees it, without what it carries.
 *
 * @param id stays over all attempts
 * @param place where it belongs
 * @param status where it is
 * @param waiting for what it waits; null unless {@code status} is WAITING
 * @param attempt present attempt, from 1
 * @param retries attempts that an error led to since the last intervention of a person
 * @param batchDivisor by what the size of its batches is divided, as memory or disk ran out; 1 while they did not
 * @param instance the agent instance that holds it; null while nobody does
 * @param createdAt when it was planned
 * @param startedAt when it was first taken
 * @param endedAt when it was settled
 * @param error the last error
 */
public record TaskRun(
        TaskId id,
        Place place,
        TaskStatus status,
        @Nullable WaitReason waiting,
        int attempt,
        int retries,
        int batchDivisor,
        @Nullable String instance,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable ErrorDetail error) {

    /**
     * Where a task belongs.
     *
     * @param stage stage of the pipeline
     * @param step step of the stage
     * @param taskType what is done
     * @param agent who does it
     * @param key names it within the step
     * @param ordinal position within the step, from 0
     */
    public record Place(String stage, String step, String taskType, AgentName agent, String key, int ordinal) {}

    static TaskRun planned(TaskId id, Place place, Instant now) {
        return new TaskRun(id, place, TaskStatus.PENDING, null, 1, 0, 1, null, now, null, null, null);
    }

    public String step() {
        return place.step();
    }

    TaskRun accepted(String by, Instant now) {
        return new TaskRun(
                id,
                place,
                TaskStatus.RUNNING,
                null,
                attempt,
                retries,
                batchDivisor,
                by,
                createdAt,
                startedAt == null ? now : startedAt,
                null,
                error);
    }

    TaskRun waiting(WaitReason reason, @Nullable ErrorDetail because) {
        return new TaskRun(
                id,
                place,
                TaskStatus.WAITING,
                reason,
                attempt,
                retries,
                batchDivisor,
                null,
                createdAt,
                startedAt,
                null,
                because == null ? error : because);
    }

    TaskRun settled(TaskStatus settled, @Nullable ErrorDetail because, Instant now) {
        return new TaskRun(
                id, place, settled, null, attempt, retries, batchDivisor, instance, createdAt, startedAt, now, because);
    }

    /** Sent once more; {@code newRetries} counts on after an error, from 0 after a person stepped in. */
    TaskRun again(int newRetries) {
        return again(newRetries, batchDivisor, error);
    }

    /** Sent once more in smaller batches, which stay small from now on. */
    TaskRun againInBatchesOver(int divisor, ErrorDetail because) {
        return again(retries, divisor, because);
    }

    private TaskRun again(int newRetries, int divisor, @Nullable ErrorDetail because) {
        return new TaskRun(
                id,
                place,
                TaskStatus.PENDING,
                null,
                attempt + 1,
                newRetries,
                divisor,
                null,
                createdAt,
                startedAt,
                null,
                because);
    }
}
