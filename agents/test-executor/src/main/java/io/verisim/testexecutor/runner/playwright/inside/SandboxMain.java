package io.verisim.testexecutor.runner.playwright.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The process in the sandbox: connects to its only network, starts a browser, says that it is ready, and then runs the
 * one test that it is handed over standard input.
 */
public final class SandboxMain {

    /** The browser is there. */
    public static final String READY = "READY";

    /** {@code STEP index}: a step begins. */
    public static final String STEP = "STEP";

    /** {@code END status message}: the test ended; the message is in Base64. */
    public static final String END = "END";

    /** Mode: run one test. */
    public static final String RUN = "run";

    /** Mode: load what tests load, and end. */
    public static final String TRAIN = "train";

    /** The proxy's socket, in the scratch directory. */
    public static final String SOCKET = "proxy.sock";

    public static final String SCREENSHOT = "screenshot.png";
    public static final String TRACE = "trace.zip";
    public static final String LOG = "browser.log";

    private SandboxMain() {}

    /** Arguments: the browser, the scratch directory, the mode. */
    public static void main(String[] args) throws IOException {
        PrintStream protocol = System.out;
        System.setOut(System.err);
        Path scratch = Path.of(args[1]);
        int port = Relay.start(scratch.resolve(SOCKET));
        try (BrowserSession session = BrowserSession.start(Path.of(args[0]), port, scratch)) {
            protocol.println(READY);
            protocol.flush();
            if (args[2].equals(TRAIN)) {
                session.train();
                return;
            }
            JobFile job = JobFile.read(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)));
            BrowserSession.Ending ending = session.run(job, step -> {
                protocol.println(STEP + " " + step);
                protocol.flush();
            });
            byte[] message = ending.message().getBytes(StandardCharsets.UTF_8);
            protocol.println(
                    END + " " + ending.status() + " " + Base64.getEncoder().encodeToString(message));
            protocol.flush();
        }
    }
}
