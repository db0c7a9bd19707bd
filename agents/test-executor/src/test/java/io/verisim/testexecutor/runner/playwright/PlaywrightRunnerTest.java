package io.verisim.testexecutor.runner.playwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.verisim.model.error.VerisimException;
import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.GeneratedTest;
import io.verisim.model.testing.Locator;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.model.testing.ScenarioLine;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.StepResult;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import io.verisim.testexecutor.runner.Browsers;
import io.verisim.testexecutor.runner.RunnerEnvironment;
import io.verisim.testexecutor.runner.TestJob;
import io.verisim.testexecutor.runner.TestOutcome;
import io.verisim.testexecutor.runner.TestRunner;
import io.verisim.testexecutor.sandbox.Sandbox;
import io.verisim.testexecutor.sandbox.SandboxKind;
import io.verisim.testexecutor.sandbox.SandboxLimits;
import io.verisim.testexecutor.sandbox.Sandboxes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaywrightRunnerTest {

    private static final String PAGE = "<!doctype html><title>CRM</title><h1>Customers</h1>"
            + "<label>Name <input></label><button onclick=\"document.title='Saved'\">Save</button>";

    private static final String SECRET = "s3cret \\ \"& pass";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private HttpServer crm;

    @SuppressWarnings("NullAway.Init")
    private HttpServer elsewhere;

    @SuppressWarnings("NullAway.Init")
    private TestRunner runner;

    private int numbered;

    @BeforeAll
    void start() throws IOException {
        crm = serve();
        elsewhere = serve();
        runner = new PlaywrightProvider()
                .open(new RunnerEnvironment(
                        sandbox(),
                        SandboxLimits.defaults(),
                        installation(),
                        Path.of(System.getProperty("java.home")),
                        null,
                        1));
    }

    /** Prepared once for all builds of this tree, as in a running agent. */
    private static Path installation() {
        return Path.of("target", "sandbox-installation").toAbsolutePath();
    }

    private static Sandbox sandbox() {
        try {
            Browsers.find(null);
            return Sandboxes.choose(false);
        } catch (VerisimException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            throw e;
        }
    }

    private static HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterAll
    void stop() {
        if (runner != null) {
            runner.close();
        }
        crm.stop(0);
        elsewhere.stop(0);
    }

    @Test
    void aTestThatHoldsPassesAndLeavesATraceAndNoScreenshot() throws Exception {
        TestOutcome outcome = run("""
                step.accept(0);
                page.navigate("/customers");
                step.accept(1);
                page.getByLabel("Name").fill(secrets.apply("username"));
                page.getByText("Save").click();
                com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page).hasTitle("Saved");
                """);
        assertThat(outcome.result().message()).isNull();
        assertThat(outcome.result().status()).isEqualTo(TestStatus.PASSED);
        assertThat(outcome.result().steps()).extracting(StepResult::status).containsOnly(TestStatus.PASSED);
        assertThat(outcome.screenshot()).isNull();
        assertThat(Objects.requireNonNull(outcome.trace())).isNotEmptyFile();
        assertThat(Objects.requireNonNull(outcome.log())).content().doesNotContain("ada");
    }

    @Test
    void anExpectationThatDoesNotHoldFailsTheTestAtItsStepWithAScreenshot() throws Exception {
        TestOutcome outcome = run("""
                step.accept(0);
                page.navigate("/customers");
                step.accept(1);
                com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.getByText("Customers"))
                    .hasText("Orders", new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(300));
                """);
        TestResult result = outcome.result();
        assertThat(result.status()).isEqualTo(TestStatus.FAILED);
        assertThat(result.failedStep()).isEqualTo(1);
        assertThat(result.message()).contains("Orders");
        assertThat(Files.readAllBytes(Objects.requireNonNull(outcome.screenshot())))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void secretsStandInNothingThatATestLeavesBehind() throws Exception {
        TestOutcome outcome = run("""
                step.accept(0);
                page.navigate("/customers");
                page.getByLabel("Name").fill(secrets.apply("password"));
                page.evaluate("v => console.log('typed ' + v)", secrets.apply("password"));
                throw new AssertionError("it was " + secrets.apply("password"));
                """);
        assertThat(outcome.result().message()).isEqualTo("it was [secret]");
        assertThat(Objects.requireNonNull(outcome.log()))
                .content()
                .contains("typed [secret]")
                .doesNotContain("s3cret");
        int recordings = 0;
        try (ZipFile trace = new ZipFile(Objects.requireNonNull(outcome.trace()).toFile())) {
            for (ZipEntry entry : Collections.list(trace.entries())) {
                String text = new String(trace.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(text).as(entry.getName()).doesNotContain("s3cret");
                recordings += text.contains("[secret]") ? 1 : 0;
            }
        }
        assertThat(recordings).as("places in the trace that named it").isPositive();
    }

    @Test
    void whatBreaksInTheTestItselfIsAnError() throws Exception {
        TestOutcome outcome = run("step.accept(0); throw new IllegalStateException(\"broken\");");
        assertThat(outcome.result().status()).isEqualTo(TestStatus.ERROR);
        assertThat(outcome.result().message()).isEqualTo("broken");
        assertThat(outcome.result().steps())
                .extracting(StepResult::status)
                .containsExactly(TestStatus.ERROR, TestStatus.SKIPPED);
    }

    @Test
    void codeThatDoesNotCompileIsAnErrorThatNamesTheLine() throws Exception {
        TestOutcome outcome = run("this is no Java");
        assertThat(outcome.result().status()).isEqualTo(TestStatus.ERROR);
        assertThat(outcome.result().message()).contains("does not compile", "line");
    }

    @Test
    void aTestThatTakesTooLongIsEnded() throws Exception {
        TestOutcome outcome = run("step.accept(0); while (true) { Thread.onSpinWait(); }", Duration.ofSeconds(2));
        assertThat(outcome.result().status()).isEqualTo(TestStatus.ERROR);
        assertThat(outcome.result().message()).contains("time limit of 2 s");
    }

    @Test
    void theBrowserReachesTheSystemUnderTestAndNothingElse() throws Exception {
        TestOutcome outcome =
                run("page.navigate(\"http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/\");"
                        + "if (page.content().contains(\"Customers\")) throw new AssertionError(\"reached\");");
        assertThat(outcome.result().message()).isNotEqualTo("reached");
        assertThat(Objects.requireNonNull(outcome.log()))
                .content()
                .contains(
                        "proxy: refused", String.valueOf(elsewhere.getAddress().getPort()));
    }

    @Test
    void codeInTheSandboxOpensNoConnectionOfItsOwn() throws Exception {
        TestOutcome outcome = run("try (var s = new java.net.Socket(\"127.0.0.1\", "
                + crm.getAddress().getPort()
                + ")) { throw new AssertionError(\"connected\"); } catch (java.io.IOException e) { }");
        assertThat(outcome.result().status()).isEqualTo(TestStatus.PASSED);
    }

    @Test
    void codeInTheSandboxSeesNoFilesOfTheMachineAndNoOtherProcess() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        TestOutcome outcome = run("""
                for (String file : new String[] {"/etc/shadow", "/root", "/home", "/proc/%d", "%s"}) {
                    if (new java.io.File(file).exists()) throw new AssertionError(file);
                }
                if (System.getenv("VERISIM_HOME") != null || System.getenv("USER") != null) throw new AssertionError("env");
                try { java.nio.file.Files.writeString(java.nio.file.Path.of("/usr/x"), "x"); throw new AssertionError("written"); }
                catch (java.io.IOException e) { }
                """.formatted(ProcessHandle.current().pid(), secret));
        assertThat(outcome.result().message()).isNull();
        assertThat(outcome.result().status()).isEqualTo(TestStatus.PASSED);
    }

    @Test
    void nothingStaysBehind() throws Exception {
        run("step.accept(0);");
        try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
            long bubbles = children.filter(p -> p.info().command().orElse("").endsWith("bwrap"))
                    .count();
            assertThat(bubbles)
                    .isLessThanOrEqualTo(2 * 2); // the one that waits, and one that may just start; bwrap forks
        }
    }

    private TestOutcome run(String body) throws IOException, InterruptedException {
        return run(body, Duration.ofSeconds(30));
    }

    private TestOutcome run(String body, Duration timeout) throws IOException, InterruptedException {
        String name = "Probe" + ++numbered;
        Path work = Files.createDirectories(directory.resolve(name));
        Path code = Files.writeString(work.resolve(name + ".java"), """
                package generated;
                public final class %s {
                    public static void run(com.microsoft.playwright.Page page,
                            java.util.function.UnaryOperator<String> secrets, java.util.function.IntConsumer step) {
                        %s
                    }
                }
                """.formatted(name, body));
        GeneratedTest test = new GeneratedTest(
                TestId.of(name), ScenarioKey.of("TEL-1"), "A probe", "playwright", name, "generated", name + ".java");
        ScenarioLine line = new ScenarioLine(1, "When I look");
        TestPlan plan = new TestPlan(
                test.testId(),
                test.scenarioKey(),
                test.title(),
                List.of(
                        new Step.Navigate("Open the list", line, "/customers"),
                        new Step.Click("Save", line, new Locator.ByRole(AriaRole.BUTTON, "Save", true))),
                List.of(),
                List.of());
        URI baseUrl = URI.create("http://127.0.0.1:" + crm.getAddress().getPort());
        return runner.run(new TestJob(
                test,
                plan,
                code,
                baseUrl,
                Map.of("username", "ada", "password", SECRET),
                timeout,
                work.resolve("out")));
    }

    @Test
    void theReportSaysByWhatTestsAreConfined() {
        assertThat(sandbox().kind()).isEqualTo(SandboxKind.BUBBLEWRAP);
    }
}
