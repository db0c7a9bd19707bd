package io.verisim.testbuilder;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.verisim.model.testing.TestPlan;
import io.verisim.testbuilder.render.RenderedTest;
import io.verisim.testbuilder.render.TestRenderer;
import io.verisim.testbuilder.render.TestRenderers;
import io.verisim.testbuilder.render.playwright.JavaCompiler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** One Chromium that runs rendered tests as their contract says. */
final class BrowserRun implements AutoCloseable {

    /** A busy machine is slow; only where a failure is expected is it not worth waiting for. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static final int IMPATIENCE_MILLIS = 1_500;

    private final Playwright playwright;
    private final Browser browser;
    private final UnaryOperator<String> secrets;

    private BrowserRun(Playwright playwright, Browser browser, UnaryOperator<String> secrets) {
        this.playwright = playwright;
        this.browser = browser;
        this.secrets = secrets;
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> chromium() {
        String named = System.getenv("VERISIM_CHROMIUM");
        Path path = Path.of(named == null ? "/usr/bin/chromium" : named);
        return Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
    }

    static BrowserRun start(Path chromium, UnaryOperator<String> secrets) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new BrowserRun(playwright, browser, secrets);
    }

    /** Renders, compiles and runs plans, in this order; what failed, by title and step. */
    Map<String, String> run(List<TestPlan> plans, URI application, Path folder) throws Exception {
        TestRenderer renderer = TestRenderers.named("playwright");
        List<Path> sources = new ArrayList<>();
        Map<TestPlan, RenderedTest> tests = new LinkedHashMap<>();
        Files.createDirectories(folder);
        for (TestPlan plan : plans) {
            RenderedTest test = renderer.render(plan);
            tests.put(plan, test);
            sources.add(Files.writeString(folder.resolve(test.test().sourceFile()), test.source()));
        }
        List<String> complaints = JavaCompiler.compile(sources, folder.resolve("classes"));
        if (!complaints.isEmpty()) {
            throw new AssertionError("Generated code does not compile: " + complaints);
        }
        Map<String, String> failures = new LinkedHashMap<>();
        for (Map.Entry<TestPlan, RenderedTest> entry : tests.entrySet()) {
            Class<?> code = JavaCompiler.load(
                    folder.resolve("classes"), entry.getValue().test().qualifiedName());
            run(entry.getKey(), code, application)
                    .ifPresent(reason -> failures.put(entry.getKey().title(), reason));
        }
        return failures;
    }

    private Optional<String> run(TestPlan plan, Class<?> code, URI application) throws Exception {
        boolean failureExpected = plan.title().contains("blank");
        PlaywrightAssertions.setDefaultAssertionTimeout(failureExpected ? IMPATIENCE_MILLIS : PATIENCE_MILLIS);
        int[] current = {-1};
        IntConsumer step = index -> current[0] = index;
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(application.toString())
                .setViewportSize(1280, 900))) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            Page page = context.newPage();
            code.getMethod("run", Page.class, UnaryOperator.class, IntConsumer.class)
                    .invoke(null, page, secrets, step);
            if (current[0] != plan.steps().size() - 1) {
                return Optional.of("only " + current[0] + " steps were reported");
            }
            return Optional.empty();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AssertionError || e.getCause() instanceof TimeoutError) {
                return Optional.of(plan.steps().get(current[0]).sentence() + ": "
                        + String.valueOf(e.getCause().getMessage())
                                .lines()
                                .limit(12)
                                .toList());
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
    }
}
