package io.verisim.testexecutor.runner.playwright.inside;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** A browser, and one test in it. */
final class BrowserSession implements AutoCloseable {

    private static final double ACTION_MILLIS = 10_000;
    private static final double EXPECTATION_MILLIS = 5_000;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /**
     * Features that cost and that no test sees: what Playwright switches off, whose list this one takes the place of,
     * then pages of the browser's own window, which take half a second of processor time for each window.
     */
    static final List<String> DISABLED_FEATURES = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "AutoDeElevate",
            "OptimizationHints",
            "msForceBrowserSignIn",
            "msEdgeUpdateLaunchServicesPreferredVersion",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxFullPopup");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox", // the sandbox is around us
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-features=" + String.join(",", DISABLED_FEATURES),
            "--proxy-bypass-list=<-loopback>");

    /** How a test ended, and why. */
    record Ending(String status, String message) {}

    private final Playwright playwright;
    private final Browser browser;
    private final Path scratch;

    private BrowserSession(Playwright playwright, Browser browser, Path scratch) {
        this.playwright = playwright;
        this.browser = browser;
        this.scratch = scratch;
    }

    static BrowserSession start(Path executable, int proxyPort, Path scratch) {
        Playwright playwright = Playwright.create();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS)
                        .setProxy(new Proxy("http://127.0.0.1:" + proxyPort)));
        PlaywrightAssertions.setDefaultAssertionTimeout(EXPECTATION_MILLIS);
        return new BrowserSession(playwright, browser, scratch);
    }

    Ending run(JobFile job, IntConsumer step) throws IOException {
        Redactor redactor = new Redactor(job.secrets());
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(scratch.resolve(SandboxMain.LOG)), true, StandardCharsets.UTF_8)) {
            Consumer<String> log = line -> out.println(redactor.clean(line));
            BrowserContext context = newContext(job.field(JobFile.BASE_URL));
            Page page = newPage(context, log);
            Ending raw = call(job, page, step);
            Ending ending = new Ending(raw.status(), redactor.clean(raw.message()));
            log.accept("test: " + ending.status() + " " + ending.message());
            if (!ending.status().equals("PASSED")) {
                screenshot(page, log);
            }
            Path trace = scratch.resolve(SandboxMain.TRACE);
            context.tracing().stop(new Tracing.StopOptions().setPath(trace));
            redactor.clean(trace);
            return ending;
        }
    }

    private BrowserContext newContext(String baseUrl) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-US")
                .setTimezoneId("UTC"));
        context.setDefaultTimeout(ACTION_MILLIS);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true).setScreenshots(false));
        return context;
    }

    private static Page newPage(BrowserContext context, Consumer<String> log) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> log.accept("console " + message.type() + ": " + message.text()));
        page.onPageError(error -> log.accept("page error: " + error));
        page.onRequestFailed(request -> log.accept("request failed: " + request.method() + " " + request.url()));
        return page;
    }

    private static Ending call(JobFile job, Page page, IntConsumer step) {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {url(job.field(JobFile.CLASSES))}, BrowserSession.class.getClassLoader())) {
            Method run = loader.loadClass(job.field(JobFile.CLASS_NAME))
                    .getMethod("run", Page.class, UnaryOperator.class, IntConsumer.class);
            UnaryOperator<String> secrets = job::secret;
            run.invoke(null, page, secrets, step);
            return new Ending("PASSED", "");
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            boolean failed = cause instanceof AssertionError || cause instanceof TimeoutError;
            return new Ending(failed ? "FAILED" : "ERROR", String.valueOf(cause.getMessage()));
        } catch (ReflectiveOperationException | IOException e) {
            return new Ending("ERROR", "The generated test cannot be called: " + e);
        }
    }

    private static URL url(String directory) throws MalformedURLException {
        return Path.of(directory).toUri().toURL();
    }

    private void screenshot(Page page, Consumer<String> log) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(scratch.resolve(SandboxMain.SCREENSHOT)));
        } catch (RuntimeException e) {
            log.accept("no screenshot: " + e.getMessage());
        }
    }

    /** Does once what tests do, so that the classes for it are loaded. */
    void train() {
        BrowserContext context = newContext("http://localhost");
        Page page = newPage(context, System.err::println);
        page.setContent("<label>Name <input></label><button>Go</button><p role=status>done</p>");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("x");
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go").setExact(true));
        button.click();
        PlaywrightAssertions.assertThat(button).isVisible();
        PlaywrightAssertions.assertThat(page.getByText("done")).containsText("done");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS)).hasCount(1);
        screenshot(page, System.err::println);
        context.tracing().stop(new Tracing.StopOptions().setPath(scratch.resolve(SandboxMain.TRACE)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
