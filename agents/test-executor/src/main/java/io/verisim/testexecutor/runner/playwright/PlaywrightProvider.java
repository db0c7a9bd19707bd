package io.verisim.testexecutor.runner.playwright;

import io.verisim.testexecutor.runner.RunnerEnvironment;
import io.verisim.testexecutor.runner.TestRunner;
import io.verisim.testexecutor.runner.TestRunnerProvider;

/** Playwright for Java. */
public final class PlaywrightProvider implements TestRunnerProvider {

    @Override
    public String framework() {
        return "playwright";
    }

    @Override
    public TestRunner open(RunnerEnvironment environment) {
        return new PlaywrightRunner(environment);
    }
}
