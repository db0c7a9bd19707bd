package io.verisim.testexecutor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.verisim.agent.Credentials;
import io.verisim.agent.Task;
import io.verisim.agent.TaskCancelled;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.atlassian.IssueKey;
import io.verisim.atlassian.JiraClient;
import io.verisim.atlassian.JiraIssue;
import io.verisim.atlassian.adapter.HttpJiraClient;
import io.verisim.atlassian.adapter.JiraConnection;
import io.verisim.mock.jira.JiraMock;
import io.verisim.mock.jira.JiraMockOptions;
import io.verisim.mock.jira.SeedIssue;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.testing.GeneratedTest;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.model.testing.ScenarioLine;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.TestBindings;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import io.verisim.testexecutor.report.PublishResults;
import io.verisim.testexecutor.runner.Browsers;
import io.verisim.testexecutor.sandbox.WorkingSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.springframework.util.unit.DataSize;

/** Both tasks, with a real browser in a real sandbox and a Jira that keeps what it is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecuteAndPublishTest {

    private static final String PASSES = "expect(page.getByText(\"Customers\")).isVisible();";
    private static final String FAILS =
            "expect(page.getByText(\"Customers\")).hasText(\"Orders\", new HasTextOptions()" + ".setTimeout(200));";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private HttpServer crm;

    @SuppressWarnings("NullAway.Init")
    private JiraMock jira;

    @SuppressWarnings("NullAway.Init")
    private JiraClient client;

    @SuppressWarnings("NullAway.Init")
    private Runners runners;

    @SuppressWarnings("NullAway.Init")
    private ExecuteTestHandler execute;

    @SuppressWarnings("NullAway.Init")
    private PublishResults publish;

    @BeforeAll
    void start() throws IOException {
        WorkingSandbox.require();
        try {
            Browsers.find(null);
        } catch (VerisimException e) {
            throw new TestAbortedException("Skipped: " + e.getMessage());
        }
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>CRM</title><h1>Customers</h1>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        crm.start();
        jira = JiraMock.start(JiraMockOptions.of(0, folder.resolve("jira"), "qa@example.com", "token"));
        jira.seed("CRM", List.of(SeedIssue.scenario("List", "Given 1"), SeedIssue.scenario("Title", "Given 2")));
        client = HttpJiraClient.of(JiraConnection.of(jira.uri(), "qa@example.com", "token"));
        ExecutorProperties properties =
                new ExecutorProperties(false, 0, null, null, DataSize.ofMegabytes(1_536), Duration.ofSeconds(60));
        runners = new Runners(
                properties, Path.of("target", "sandbox-installation").toAbsolutePath());
        execute = new ExecuteTestHandler(
                runners,
                name -> Optional.of(new Credentials(name, null, "ada", "secret", null)),
                Duration.ofSeconds(30));
        publish = new PublishResults(name -> client, runners::confinement);
    }

    @AfterAll
    void stop() {
        if (runners != null) {
            runners.close();
            jira.close();
            crm.stop(0);
        }
    }

    @Test
    void aNewFailureOpensABugWithItsScreenshotAndAKnownOneIsCommentedOn() throws Exception {
        InMemoryTaskContext context = new InMemoryTaskContext(folder.resolve("run"));
        Map<String, List<ArtifactRef>> results = new HashMap<>();
        List<TestPlan> plans = new ArrayList<>();
        for (Map.Entry<String, String> test :
                Map.of("CRM-1", PASSES, "CRM-2", FAILS).entrySet()) {
            TestPlan plan = plan(test.getKey());
            plans.add(plan);
            TaskResult done = execute.handle(executeTask(plan, test.getValue(), context), context);
            done.outputs()
                    .forEach((role, list) -> results.computeIfAbsent(role, key -> new ArrayList<>())
                            .addAll(list));
        }
        assertThat(statuses(results.getOrDefault("result", List.of()), context))
                .containsEntry("CRM-1", TestStatus.PASSED)
                .containsEntry("CRM-2", TestStatus.FAILED);
        assertThat(results.get("screenshot"))
                .singleElement()
                .satisfies(picture -> assertThat(picture.name()).isEqualTo("crm-2.png"));
        results.put("plans", List.of(context.store("plans.json", new TestPlans(plans, List.of()))));
        results.put("bindings", List.of(context.store("bindings.json", TestBindings.of(plans))));

        Task first = publishTask(results);
        Map<String, Object> facts = publish.handle(first, context).facts();
        assertThat(facts)
                .containsEntry("sandbox", "bubblewrap")
                .containsEntry("tests", Map.of("total", 2, "passed", 1, "failed", 1, "error", 0, "skipped", 0))
                .containsEntry("jira", Map.of("commented", List.of("CRM-1", "CRM-2"), "bugs", List.of("CRM-3")));
        assertThat(publish.handle(first, context).facts())
                .as("the same task again")
                .isEqualTo(facts);
        assertThat(publish.handle(publishTask(results), context).facts())
                .as("the same failure in another run")
                .containsEntry("jira", Map.of("commented", List.of("CRM-1", "CRM-2", "CRM-3"), "bugs", List.of()));

        assertThat(client.search("project = CRM AND issuetype = Bug", 10))
                .singleElement()
                .satisfies(bug -> {
                    assertThat(bug.key()).isEqualTo(IssueKey.of("CRM-3"));
                    assertThat(bug.description().plainText()).contains("FAILED").contains("When I look at CRM-2");
                });
        assertThat(client.issue(IssueKey.of("CRM-1")))
                .extracting(JiraIssue::status)
                .isEqualTo("Done");
        assertThat(client.issue(IssueKey.of("CRM-2")))
                .extracting(JiraIssue::status)
                .isEqualTo("In Progress");
    }

    @Test
    void aTestOfACancelledTaskIsGivenUp() {
        InMemoryTaskContext context = new InMemoryTaskContext(folder.resolve("cancelled"));
        TestPlan plan = plan("CRM-1");
        String endless = "while (true) { Thread.onSpinWait(); }";

        long before = System.nanoTime();
        assertThatThrownBy(() -> execute.handle(executeTask(plan, endless, context), context.cancelledAfterLooks(10)))
                .isInstanceOf(TaskCancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnythingRuns() throws IOException {
        InMemoryTaskContext context = new InMemoryTaskContext(folder.resolve("address"));
        Task task = executeTask(plan("CRM-1"), PASSES, context);
        Map<String, Object> parameters = new HashMap<>(task.parameters());
        parameters.put("baseUrl", "file:///etc/passwd");

        assertThatThrownBy(() -> execute.handle(with(task, parameters), context))
                .isInstanceOfSatisfying(
                        VerisimException.class,
                        e -> assertThat(e.detail().code()).isEqualTo("BASE_URL_MALFORMED"));
    }

    private static Map<String, TestStatus> statuses(List<ArtifactRef> results, InMemoryTaskContext context) {
        Map<String, TestStatus> statuses = new HashMap<>();
        for (ArtifactRef ref : results) {
            TestResult result = context.read(ref, TestResult.class);
            statuses.put(result.scenarioKey().value(), result.status());
        }
        return statuses;
    }

    private static TestPlan plan(String scenario) {
        ScenarioLine line = new ScenarioLine(1, "When I look at " + scenario);
        return new TestPlan(
                TestId.of(scenario.toLowerCase(java.util.Locale.ROOT)),
                ScenarioKey.of(scenario),
                "Look at " + scenario,
                List.of(new Step.Navigate("Open the list", line, "/")),
                List.of(),
                List.of());
    }

    private Task executeTask(TestPlan plan, String body, InMemoryTaskContext context) throws IOException {
        String name = "Test" + plan.testId().value().replace("-", "");
        byte[] code = """
                package generated;
                import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
                import com.microsoft.playwright.Locator;
                import com.microsoft.playwright.assertions.LocatorAssertions;
                import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
                public final class %s {
                    static LocatorAssertions expect(Locator locator) { return assertThat(locator); }
                    public static void run(com.microsoft.playwright.Page page,
                            java.util.function.UnaryOperator<String> secrets, java.util.function.IntConsumer step) {
                        step.accept(0);
                        page.navigate("/");
                        %s
                    }
                }
                """.formatted(name, body).getBytes(StandardCharsets.UTF_8);
        GeneratedTest test = new GeneratedTest(
                plan.testId(), plan.scenarioKey(), plan.title(), "playwright", name, "generated", name + ".java");
        return new Task(
                new WorkflowId(UUID.randomUUID()),
                new TaskId(UUID.randomUUID()),
                1,
                "execute_test",
                "execute_tests",
                Map.of(
                        "test",
                        MessageCodec.mapper().convertValue(test, Map.class),
                        "baseUrl",
                        "http://127.0.0.1:" + crm.getAddress().getPort()),
                Map.of(
                        "plan", List.of(context.store("plan.json", plan)),
                        "code", List.of(context.store(name + ".java", "text/x-java-source", code))));
    }

    private static Task publishTask(Map<String, List<ArtifactRef>> inputs) {
        return new Task(
                new WorkflowId(UUID.randomUUID()),
                new TaskId(UUID.randomUUID()),
                1,
                "publish_results",
                "report",
                Map.of(),
                inputs);
    }

    private static Task with(Task task, Map<String, Object> parameters) {
        return new Task(
                task.workflow(), task.id(), task.attempt(), task.type(), task.stage(), parameters, task.inputs());
    }
}
