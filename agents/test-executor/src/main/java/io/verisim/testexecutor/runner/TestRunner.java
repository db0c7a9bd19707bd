package io.verisim.testexecutor.runner;

import java.io.IOException;

/** Runs tests of one framework, each in a sandbox of its own, several at once. */
public interface TestRunner extends AutoCloseable {

    /**
     * Runs a test. A test that fails, or that cannot be run to its end, is a result and no exception.
     *
     * @throws io.verisim.model.error.VerisimException INTEGRATION where the browser or the sandbox is missing
     */
    TestOutcome run(TestJob job) throws IOException, InterruptedException;

    @Override
    void close();
}
