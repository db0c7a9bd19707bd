package io.verisim.testexecutor.runner.playwright;

import io.verisim.model.error.VerisimException;
import io.verisim.testexecutor.runner.Browsers;
import io.verisim.testexecutor.runner.RunnerEnvironment;
import io.verisim.testexecutor.runner.TestJob;
import io.verisim.testexecutor.runner.playwright.inside.SandboxMain;
import io.verisim.testexecutor.sandbox.AllowListProxy;
import io.verisim.testexecutor.sandbox.ConfinedProcess;
import io.verisim.testexecutor.sandbox.Directories;
import io.verisim.testexecutor.sandbox.HostPort;
import io.verisim.testexecutor.sandbox.Launch;
import io.verisim.testexecutor.sandbox.SandboxSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sandbox with a JVM, Playwright's driver and a browser; waits for one test, runs it, and is thrown away. */
final class BrowserSandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserSandbox.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final int MAX_EVENTS = 10_000;
    private static final int MAX_LINE = 64 << 10;

    /** The process has ended. */
    static final String GONE = "GONE";

    private final Path scratch;
    private final AllowListProxy proxy;
    private final ConfinedProcess process;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>(MAX_EVENTS);

    private BrowserSandbox(Path scratch, AllowListProxy proxy, ConfinedProcess process) {
        this.scratch = scratch;
        this.proxy = proxy;
        this.process = process;
        Thread.ofVirtual().name("sandbox-events").start(this::listen);
    }

    /** Starts a sandbox and waits until its browser is there. */
    static BrowserSandbox start(RunnerEnvironment environment) throws IOException, InterruptedException {
        Path browser = Browsers.find(environment.browser());
        Installation installation = Installation.prepare(environment.installation());
        Training.ensure(environment, installation, browser);
        Path scratch = Files.createTempDirectory("verisim-sb");
        AllowListProxy proxy = AllowListProxy.listen(scratch.resolve(SandboxMain.SOCKET));
        ConfinedProcess process;
        try {
            process = environment
                    .sandbox()
                    .start(spec(
                            environment,
                            installation,
                            browser,
                            scratch,
                            "-XX:SharedArchiveFile=" + installation.archive(),
                            SandboxMain.RUN));
        } catch (IOException e) {
            proxy.close();
            Directories.delete(scratch);
            throw e;
        }
        BrowserSandbox sandbox = new BrowserSandbox(scratch, proxy, process);
        boolean ready = false;
        try {
            ready = sandbox.becomesReady();
        } finally {
            if (!ready) {
                sandbox.process.close();
                LOG.info("A browser did not start in its sandbox: {}", Launch.errors(scratch));
                sandbox.close();
            }
        }
        if (!ready) {
            throw VerisimException.integration(
                    "BROWSER_NOT_STARTED",
                    "The browser does not start in its sandbox.",
                    "Run 'verisim status' for the state of the agents, and look into the log of the test executor.",
                    null);
        }
        return sandbox;
    }

    /** A process with a browser; {@code archive} is the JVM option that reads or makes an archive of classes. */
    static SandboxSpec spec(
            RunnerEnvironment environment,
            Installation installation,
            Path browser,
            Path scratch,
            String archive,
            String mode)
            throws IOException {
        Path java = environment.javaHome().toRealPath();
        List<Path> readOnly = new ArrayList<>(List.of(java, installation.directory()));
        if (!browser.toRealPath().startsWith("/usr")) {
            readOnly.add(browser.toRealPath().getParent());
        }
        List<String> command = List.of(
                java.resolve("bin").resolve("java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                archive,
                "-Dplaywright.cli.dir=" + installation.driver(),
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                installation.classPath(),
                SandboxMain.class.getName(),
                browser.toString(),
                scratch.toString(),
                mode);
        Map<String, String> variables = Map.of(
                "HOME", scratch.toString(),
                "TMPDIR", scratch.toString(),
                "LANG", "C.UTF-8",
                "PATH", "/usr/bin:/bin",
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return new SandboxSpec(command, readOnly, scratch, variables, environment.limits());
    }

    private boolean becomesReady() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        String event = nextEvent(deadline);
        while (event != null && !event.equals(GONE) && !event.equals(SandboxMain.READY)) {
            event = nextEvent(deadline);
        }
        return SandboxMain.READY.equals(event);
    }

    private void listen() {
        try (InputStream said = process.process().getInputStream()) {
            BoundedLines lines = new BoundedLines(said, MAX_LINE);
            for (String line = lines.next(); line != null && events.size() < MAX_EVENTS - 1; line = lines.next()) {
                events.add(line);
            }
        } catch (IOException e) {
            LOG.trace("A sandbox closed its output: {}", e.getMessage());
        }
        events.add(GONE);
    }

    /** The next line that the process says; null where none comes before the deadline. */
    private @Nullable String nextEvent(long deadlineNanos) throws InterruptedException {
        return events.poll(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    Path scratch() {
        return scratch;
    }

    boolean alive() {
        return process.process().isAlive();
    }

    void allow(HostPort target) {
        proxy.allow(target);
    }

    Set<HostPort> denied() {
        return proxy.denied();
    }

    @Nullable
    String killedFor() {
        return process.killedFor();
    }

    /**
     * Hands the test over, and collects what is said of it until it ends, or its time is over. The process is dead when
     * this returns, so that what it left cannot be changed while it is looked at.
     */
    RunRecord run(TestJob job, Path classes) throws InterruptedException {
        RunRecord record = new RunRecord(System.nanoTime(), job.plan().steps().size());
        try {
            Jobs.send(process.process().getOutputStream(), job, classes);
        } catch (IOException e) {
            record.hear(GONE); // it ended while it waited
        }
        long deadline = System.nanoTime() + job.timeout().toNanos();
        while (!record.ended()) {
            String event = nextEvent(deadline);
            if (event == null) {
                record.timedOut();
            } else {
                record.hear(event);
            }
        }
        process.close();
        return record;
    }

    @Override
    public void close() throws IOException {
        process.close();
        try {
            proxy.close();
        } finally {
            Directories.delete(scratch);
        }
    }
}
