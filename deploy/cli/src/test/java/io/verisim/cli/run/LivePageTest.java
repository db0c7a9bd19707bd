package io.verisim.cli.run;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.platform.Platform;
import io.verisim.cli.platform.TestPlatforms;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.mock.production.TelecomCustomers;
import io.verisim.model.error.VerisimException;
import io.verisim.testexecutor.runner.Browsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person does on the page of a workflow, in a real browser. Pictures of it lie in {@code target/pages}. */
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LivePageTest {

    private static final double PATIENCE_MILLIS = 90_000;
    private static final Path PICTURES = Path.of("target", "pages");
    private static final int LARGE = 100_000;
    private static final Map<String, Object> COPULA = Map.of("model", "gaussian_copula");

    private Path folder;
    private Platform platform;
    private OrchestratorClient client;
    private Playwright playwright;
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @BeforeAll
    void start(@TempDir Path directory, TestServices services) throws IOException {
        Path chromium = chromium();
        folder = directory;
        platform = TestPlatforms.on(Home.open(directory.resolve("home")), services.freshConnections());
        client = new OrchestratorClient(platform.url());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        Files.createDirectories(PICTURES);
    }

    private static Path chromium() {
        try {
            return Browsers.find(null);
        } catch (VerisimException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            throw e;
        }
    }

    @AfterEach
    void closePage() {
        if (page != null) {
            page.close();
        }
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void aWorkflowIsPausedResumedAndAborted() throws IOException {
        String workflow = started(
                Map.of("name", "To be steered", "synthesis", Map.of("rows", LARGE), "targets", crm("target")),
                telecom());
        open(workflow);
        button("Pause").click();
        sees("paused");
        assertThat(status(workflow)).isEqualTo("PAUSED");
        picture("paused");
        button("Resume").click();
        sees("running");
        page.onceDialog(Dialog::accept);
        button("Abort").click();
        sees("aborted");
        assertThat(status(workflow)).isEqualTo("ABORTED");
        assertThat(page.locator("#commands").getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    @Test
    void anAbortThatIsNotConfirmedDoesNothing() throws IOException {
        String workflow = started(
                Map.of("name", "To be kept", "synthesis", Map.of("rows", LARGE), "targets", crm("target")), telecom());
        open(workflow);
        page.onceDialog(Dialog::dismiss);
        button("Abort").click();
        button("Pause").click();
        sees("paused");
        client.post("api/v1/workflows/" + workflow + "/abort", Map.of());
        sees("aborted");
    }

    @Test
    void aStageThatFailsIsTriedAgainAndLeftOut() throws IOException {
        String workflow =
                started(Map.of("name", "Wrong on purpose", "synthesis", COPULA, "targets", crm("nowhere")), small());
        open(workflow);
        sees("failed");
        assertThat(page.locator("#trouble")).isVisible();
        assertThat(page.locator("#trouble")).containsText("nowhere");
        picture("failed");
        button("Retry").click();
        assertThat(page.locator("#tasks")).containsText("attempt 2", patiently());
        sees("failed");
        button("Skip stage").click();
        sees("completed");
        assertThat(page.locator("#stations li").filter(new Locator.FilterOptions().setHasText("distribute")))
                .containsText("left out");
    }

    @Test
    void aTwinThatTellsTooMuchIsHeldBackUntilSomebodyLetsItPass() throws IOException {
        String workflow = started(Map.of("name", "Too alike", "targets", crm("target")), regular());
        open(workflow);
        sees("failed");
        assertThat(page.locator("#trouble")).containsText("GATE_PRIVACY");
        assertThat(client.get("api/v1/workflows/" + workflow)
                        .at("/stages/2/status")
                        .asString())
                .as("nothing is distributed")
                .isEqualTo("PENDING");
        picture("held-back");
        button("Skip stage").click();
        sees("completed");
    }

    @Test
    void aQuestionIsAnsweredWhereItIsAsked() throws IOException {
        String workflow = started(
                Map.of(
                        "name",
                        "In doubt",
                        "profile",
                        Map.of("ask", true),
                        "synthesis",
                        COPULA,
                        "targets",
                        crm("target")),
                small());
        open(workflow);
        sees("waits for an answer");
        Locator question = page.locator("#questions article").first();
        assertThat(question).containsText("lbl");
        picture("question");
        question.getByRole(AriaRole.BUTTON).first().click();
        sees("completed");
        assertThat(status(workflow)).isEqualTo("COMPLETED");
        picture("completed");
    }

    private Button button(String name) {
        return new Button(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    private record Button(Locator at) {
        void click() {
            at.click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
        }
    }

    /** Waits for a state, in the page's words. */
    private void sees(String state) {
        assertThat(page.locator("#state"))
                .containsText(
                        Pattern.compile("\\b" + state + "\\b"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private void open(String workflow) {
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
        page.navigate(platform.url().resolve("/workflow.html?id=" + workflow).toString());
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private String started(Map<String, Object> configuration, Path source) {
        Map<String, Object> whole = new HashMap<>(configuration);
        whole.put("skipStages", List.of("build_tests", "execute_tests", "report"));
        return client.start(whole, source);
    }

    private String status(String workflow) {
        return client.get("api/v1/workflows/" + workflow).path("status").asString();
    }

    private static List<Map<String, String>> crm(String credentials) {
        return List.of(Map.of(
                "name",
                "crm",
                "type",
                "postgres",
                "table",
                "live_page",
                "mode",
                "truncate_insert",
                "credentials",
                credentials));
    }

    private Path telecom() throws IOException {
        Path file = folder.resolve("customers.csv");
        if (Files.notExists(file)) {
            TelecomCustomers.write(file, 1_000, 1);
        }
        return file;
    }

    /** So regular that whoever learns it learns its rows. */
    private Path regular() throws IOException {
        List<String> lines = new ArrayList<>(List.of("plan,fee,age"));
        for (int i = 0; i < 120; i++) {
            lines.add((i % 3 == 0 ? "basic" : "plus") + "," + (10 + i % 40) + ".50," + (18 + i * 7 % 60));
        }
        return Files.write(folder.resolve("regular.csv"), lines);
    }

    /** One column of it holds names so often that only a person can tell what it is. */
    private Path small() throws IOException {
        List<String> names = List.of("Anna", "Peter", "Maria", "John", "Lukas", "Emma", "Paul", "none");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        List<String> lines = new ArrayList<>(List.of("plan,fee,age,lbl"));
        for (int i = 0; i < 120; i++) {
            lines.add((random.nextBoolean() ? "basic" : "plus") + "," + (10 + random.nextInt(40)) + ".50,"
                    + (18 + random.nextInt(60)) + "," + (i % 4 == 0 ? "none" : names.get(i % names.size())));
        }
        return Files.write(folder.resolve("small.csv"), lines);
    }
}
