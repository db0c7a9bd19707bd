package io.verisim.testexecutor.runner.playwright;

import io.verisim.model.testing.GeneratedTest;
import io.verisim.model.testing.StepResult;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import io.verisim.testexecutor.runner.TestJob;
import io.verisim.testexecutor.runner.TestOutcome;
import io.verisim.testexecutor.runner.playwright.inside.SandboxMain;
import io.verisim.testexecutor.sandbox.HostPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a sandbox said and left behind into the outcome of a test. */
final class Outcomes {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MAX_FILE_BYTES = 32L << 20;

    private final TestJob job;

    Outcomes(TestJob job) {
        this.job = job;
    }

    TestOutcome notRunnable(String message) {
        return new TestOutcome(result(TestStatus.ERROR, 0, message, null, List.of()), null, null, null);
    }

    TestOutcome of(RunRecord record, BrowserSandbox sandbox) throws IOException {
        TestStatus status = switch (record.end()) {
            case PASSED -> TestStatus.PASSED;
            case FAILED -> TestStatus.FAILED;
            case ERROR, TIMED_OUT, GONE -> TestStatus.ERROR;
        };
        String message = message(record, sandbox);
        Integer failed = status == TestStatus.PASSED || record.steps().isEmpty()
                ? null
                : record.steps().getLast().index();
        TestResult result =
                result(status, record.nanos() / NANOS_PER_MILLI, message, failed, steps(record, status, message));
        Path scratch = sandbox.scratch();
        return new TestOutcome(
                result,
                status == TestStatus.PASSED ? null : keep(scratch.resolve(SandboxMain.SCREENSHOT), ".png"),
                keep(scratch.resolve(SandboxMain.TRACE), ".zip"),
                log(sandbox));
    }

    private TestResult result(
            TestStatus status,
            long millis,
            @Nullable String message,
            @Nullable Integer failed,
            List<StepResult> steps) {
        GeneratedTest test = job.test();
        return new TestResult(
                test.testId(),
                test.scenarioKey(),
                test.title(),
                test.framework(),
                status,
                false,
                millis,
                message,
                failed,
                steps);
    }

    private @Nullable String message(RunRecord record, BrowserSandbox sandbox) {
        String killed = sandbox.killedFor();
        return switch (record.end()) {
            case PASSED -> null;
            case TIMED_OUT ->
                "The test ran into its time limit of " + job.timeout().toSeconds() + " s.";
            case GONE ->
                killed == null
                        ? "The test's process ended before the test did."
                        : "The test was ended because " + killed + ".";
            case FAILED, ERROR -> record.message();
        };
    }

    private List<StepResult> steps(RunRecord record, TestStatus status, @Nullable String message) {
        List<StepResult> results = new ArrayList<>();
        List<RunRecord.StepStart> started = record.steps();
        int next = 0;
        for (int i = 0; i < job.plan().steps().size(); i++) {
            String sentence = job.plan().steps().get(i).sentence();
            if (next >= started.size() || started.get(next).index() != i) {
                results.add(new StepResult(i, sentence, TestStatus.SKIPPED, 0, null));
                continue;
            }
            boolean last = next == started.size() - 1;
            long until = last ? record.nanos() : started.get(next + 1).nanos();
            long millis = (until - started.get(next).nanos()) / NANOS_PER_MILLI;
            results.add(new StepResult(i, sentence, last ? status : TestStatus.PASSED, millis, last ? message : null));
            next++;
        }
        return results;
    }

    /** Follows no link; the process that could have laid one has ended. */
    private @Nullable Path keep(Path file, String suffix) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_FILE_BYTES) {
            return null;
        }
        Path kept = Files.createDirectories(job.output()).resolve(job.test().testId() + suffix);
        Files.copy(file, kept, LinkOption.NOFOLLOW_LINKS);
        return kept;
    }

    private @Nullable Path log(BrowserSandbox sandbox) throws IOException {
        Path log = keep(sandbox.scratch().resolve(SandboxMain.LOG), ".log");
        Set<HostPort> denied = sandbox.denied();
        if (log != null && !denied.isEmpty()) {
            Files.writeString(
                    log, "proxy: refused " + denied + System.lineSeparator(), java.nio.file.StandardOpenOption.APPEND);
        }
        return log;
    }
}
