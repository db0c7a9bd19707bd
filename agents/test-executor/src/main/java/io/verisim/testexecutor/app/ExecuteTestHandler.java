package io.verisim.testexecutor.app;

import io.verisim.agent.Artifacts;
import io.verisim.agent.CredentialsSource;
import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.CostRecord;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.model.testing.GeneratedTest;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestResult;
import io.verisim.testexecutor.runner.TestJob;
import io.verisim.testexecutor.runner.TestOutcome;
import io.verisim.testexecutor.runner.TestRunner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The task {@code execute_test}: one test in one sandbox. A test that fails is a result, not a failed task. */
final class ExecuteTestHandler implements TaskHandler {

    private static final String DEFAULT_CREDENTIALS = "crm";
    private static final int MAX_SECONDS = 1_500;
    private static final double MILLIS = 1_000;
    private static final Duration LOOK = Duration.ofMillis(300);

    private final Runners runners;
    private final CredentialsSource credentials;
    private final Duration defaultTimeout;

    ExecuteTestHandler(Runners runners, CredentialsSource credentials, Duration defaultTimeout) {
        this.runners = runners;
        this.credentials = credentials;
        this.defaultTimeout = defaultTimeout;
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo(
                "execute_test",
                "Runs one generated test against the system under test, in a sandbox of its own.",
                Map.of(
                        "type", "object",
                        "required", List.of("baseUrl"),
                        "properties",
                                Map.of(
                                        "baseUrl",
                                                Map.of(
                                                        "type", "string",
                                                        "format", "uri",
                                                        "description",
                                                                "Address of the system under test; all that a test can reach."),
                                        "credentials",
                                                Map.of(
                                                        "type", "string",
                                                        "default", DEFAULT_CREDENTIALS,
                                                        "description", "Reference to the user who signs in there."),
                                        "timeoutSeconds",
                                                Map.of("type", "integer", "minimum", 1, "maximum", MAX_SECONDS))));
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws Exception {
        GeneratedTest test = generatedTest(task);
        Artifacts artifacts = context.artifacts();
        TestPlan plan = artifacts.read(task.input("plan"), TestPlan.class);
        Path code = artifacts.fetch(task.input("code"));
        context.progress(0, 1, "running " + test.scenarioKey() + " " + test.title());
        TestJob job = new TestJob(
                test,
                plan,
                code,
                baseUrl(task),
                secrets(task),
                timeout(task),
                context.scratch().resolve("out"));
        TestOutcome outcome = run(runners.of(test.framework()), job, context);
        TestResult result = outcome.result();
        context.progress(1, 1, test.scenarioKey() + " " + result.status().name().toLowerCase(Locale.ROOT));
        return stored(artifacts, outcome)
                .withMetric("seconds", result.millis() / MILLIS)
                .withFact("sandbox", runners.sandbox().kind().toString())
                .withCost(List.of(new CostRecord("compute", "browser-test", result.millis() / MILLIS, "second")));
    }

    /** Runs the test on a thread of its own, so that this one notices when the task is cancelled. */
    private static TestOutcome run(TestRunner runner, TestJob job, TaskContext context) throws Exception {
        FutureTask<TestOutcome> running = new FutureTask<>(() -> runner.run(job));
        Thread thread = Thread.ofVirtual().name("test-" + job.test().testId()).start(running);
        try {
            while (!running.isDone()) {
                context.checkCancelled();
                thread.join(LOOK);
            }
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.interrupt();
            thread.join();
        }
    }

    private static TaskResult stored(Artifacts artifacts, TestOutcome outcome) throws IOException {
        String name = outcome.result().testId().toString();
        TaskResult result = TaskResult.empty().withOutput("result", artifacts.store(name + ".json", outcome.result()));
        result = with(result, artifacts, "screenshot", "image/png", outcome.screenshot());
        result = with(result, artifacts, "trace", "application/zip", outcome.trace());
        return with(result, artifacts, "log", "text/plain", outcome.log());
    }

    private static TaskResult with(
            TaskResult result, Artifacts artifacts, String role, String mediaType, @Nullable Path file)
            throws IOException {
        return file == null
                ? result
                : result.withOutput(role, artifacts.store(file.getFileName().toString(), mediaType, file));
    }

    private static GeneratedTest generatedTest(Task task) {
        try {
            return MessageCodec.mapper().convertValue(task.parameters().get("test"), GeneratedTest.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw VerisimException.configuration(
                    "TEST_MALFORMED",
                    "The parameter 'test' of a test to be executed is no generated test.",
                    "Let the test-case builder make it.");
        }
    }

    private static URI baseUrl(Task task) {
        Object value = task.parameters().get("baseUrl");
        try {
            URI uri = URI.create(String.valueOf(value));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in one way for all that is no address.
        }
        throw VerisimException.configuration(
                "BASE_URL_MALFORMED",
                "The address of the system under test is no http or https address.",
                "Correct tests.baseUrl in the configuration.");
    }

    /** What a test may sign in with; a test without a sign-in needs none. */
    private Map<String, String> secrets(Task task) {
        Object name = task.parameters().getOrDefault("credentials", DEFAULT_CREDENTIALS);
        return credentials
                .find(String.valueOf(name))
                .map(found -> Map.of("username", text(found.username()), "password", text(found.password())))
                .orElse(Map.of());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Duration timeout(Task task) {
        Object seconds = task.parameters().get("timeoutSeconds");
        return seconds instanceof Number number && number.longValue() > 0
                ? Duration.ofSeconds(Math.min(MAX_SECONDS, number.longValue()))
                : defaultTimeout;
    }
}
