package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The error that stopped a workflow.
 *
 * @param detail category, code, message, remedy
 * @param stage where
 * @param step step of the stage; null where no task was made
 * @param task task that failed; null where no task was made
 * @param attempt at which attempt; 0 without a task
 * @param tried what was already tried and what follows, in a sentence
 * @param at when
 */
public record Failure(
        ErrorDetail detail,
        String stage,
        @Nullable String step,
        @Nullable TaskId task,
        int attempt,
        String tried,
        Instant at) {}
