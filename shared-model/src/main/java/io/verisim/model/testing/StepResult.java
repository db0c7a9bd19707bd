package io.verisim.model.testing;

import org.jspecify.annotations.Nullable;

/**
 * How a step ended.
 *
 * @param index position in the plan, from 0
 * @param sentence sentence of the step
 * @param status how it ended; the steps after one that failed are skipped
 * @param millis how long it took
 * @param message what went wrong; null where nothing did
 */
public record StepResult(
        int index,
        String sentence,
        TestStatus status,
        long millis,
        @Nullable String message) {}
