package io.verisim.model.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a test ended; artifact {@code result.json}.
 *
 * @param testId names the test
 * @param scenarioKey the scenario it comes from
 * @param title what is tested, for people
 * @param framework name of the framework it ran in
 * @param status how it ended
 * @param flaky whether it failed first and passed when it was repeated
 * @param millis how long it took, all attempts together
 * @param message what went wrong, or why it was skipped; null where it passed
 * @param failedStep index of the step that failed, from 0; null where none did
 * @param steps what became of each step, of the last attempt
 */
public record TestResult(
        TestId testId,
        ScenarioKey scenarioKey,
        String title,
        String framework,
        TestStatus status,
        boolean flaky,
        long millis,
        @Nullable String message,
        @Nullable Integer failedStep,
        List<StepResult> steps) {

    public TestResult {
        steps = List.copyOf(steps);
    }
}
