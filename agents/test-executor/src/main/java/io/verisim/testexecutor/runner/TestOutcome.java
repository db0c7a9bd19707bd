package io.verisim.testexecutor.runner;

import io.verisim.model.testing.TestResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a test yields.
 *
 * @param result how it ended
 * @param screenshot the page at the moment of failure, PNG
 * @param trace what the framework recorded
 * @param log what the test, the page's console and the proxy said
 */
public record TestOutcome(
        TestResult result,
        @Nullable Path screenshot,
        @Nullable Path trace,
        @Nullable Path log) {}
