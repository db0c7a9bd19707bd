package io.verisim.model.message;

import io.verisim.model.id.TaskId;

/**
 * An attempt at a task.
 *
 * @param task the task
 * @param attempt which attempt, from 1
 */
public record TaskAttempt(TaskId task, int attempt) {}
