package io.verisim.testexecutor.runner;

/** A test framework; found through {@link java.util.ServiceLoader}. */
public interface TestRunnerProvider {

    /** Name of the framework, as generated tests name it. */
    String framework();

    /** A runner; starts nothing yet that costs time, but may begin to prepare in the background. */
    TestRunner open(RunnerEnvironment environment);
}
