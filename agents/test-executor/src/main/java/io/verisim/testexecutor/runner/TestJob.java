package io.verisim.testexecutor.runner;

import io.verisim.model.testing.GeneratedTest;
import io.verisim.model.testing.TestPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A test to be run.
 *
 * @param test the generated test
 * @param plan what it does, step by step
 * @param code its code
 * @param baseUrl address of the system under test; the only one that the test can reach
 * @param secrets what the test signs in with, by name
 * @param timeout how long it may take, start of the sandbox excluded
 * @param output directory for what it leaves behind
 */
public record TestJob(
        GeneratedTest test,
        TestPlan plan,
        Path code,
        URI baseUrl,
        Map<String, String> secrets,
        Duration timeout,
        Path output) {

    public TestJob {
        secrets = Map.copyOf(secrets);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A test needs time");
        }
    }

    @Override
    public String toString() {
        return "TestJob[" + test.testId() + " against " + baseUrl + "]";
    }
}
