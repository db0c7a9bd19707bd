package io.verisim.testexecutor.runner.playwright;

import io.verisim.testexecutor.runner.RunnerEnvironment;
import io.verisim.testexecutor.runner.TestJob;
import io.verisim.testexecutor.runner.TestOutcome;
import io.verisim.testexecutor.runner.TestRunner;
import io.verisim.testexecutor.sandbox.HostPort;
import java.io.IOException;
import java.nio.file.Path;

/** Compiles the code of a test here, where nothing of it is executed, and runs it in a sandbox started ahead. */
final class PlaywrightRunner implements TestRunner {

    private final SourceCompiler compiler = new SourceCompiler();
    private final WarmSandboxes sandboxes;

    PlaywrightRunner(RunnerEnvironment environment) {
        this.sandboxes = new WarmSandboxes(environment);
    }

    @Override
    public TestOutcome run(TestJob job) throws IOException, InterruptedException {
        Outcomes outcomes = new Outcomes(job);
        try (BrowserSandbox sandbox = sandboxes.take()) {
            Path classes = sandbox.scratch().resolve("classes");
            String problem = compiler.compile(job.test(), job.code(), classes);
            if (problem != null) {
                return outcomes.notRunnable("The generated code does not compile: " + problem);
            }
            sandbox.allow(HostPort.of(job.baseUrl()));
            return outcomes.of(sandbox.run(job, classes), sandbox);
        }
    }

    @Override
    public void close() {
        sandboxes.close();
    }
}
