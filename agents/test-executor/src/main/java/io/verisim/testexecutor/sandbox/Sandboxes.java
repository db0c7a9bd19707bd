package io.verisim.testexecutor.sandbox;

import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the strongest way to confine that works here; whether one works is found out by running it. */
public final class Sandboxes {

    private static final Logger LOG = LoggerFactory.getLogger(Sandboxes.class);
    private static final long PROBE_SECONDS = 10;

    private Sandboxes() {}

    /**
     * The sandbox to use.
     *
     * @param unsafe whether something weaker than bubblewrap may be used
     * @throws VerisimException INTEGRATION {@code SANDBOX_UNAVAILABLE} where bubblewrap does not work and {@code unsafe}
     *     is not set
     */
    public static Sandbox choose(boolean unsafe) {
        return choose(unsafe, List.of(new Bubblewrap(true), new Bubblewrap(false), new Namespaces(), new LimitsOnly()));
    }

    static Sandbox choose(boolean unsafe, List<Sandbox> fromStrongest) {
        List<String> reasons = new ArrayList<>();
        for (Sandbox sandbox : fromStrongest) {
            boolean strong = sandbox.kind() == SandboxKind.BUBBLEWRAP;
            if (strong || unsafe) {
                String trouble = trouble(sandbox);
                if (trouble.isEmpty()) {
                    if (!strong) {
                        LOG.warn("Tests will run confined by {} only, as was allowed", sandbox.kind());
                    }
                    return sandbox;
                }
                reasons.add(sandbox.kind() + ": " + trouble);
            }
        }
        throw VerisimException.integration(
                "SANDBOX_UNAVAILABLE",
                "Tests are not run, because no sandbox works on this machine (" + String.join("; ", reasons) + ").",
                "Install bubblewrap (Debian: apt-get install bubblewrap) and allow user namespaces, or accept a weaker "
                        + "sandbox with --unsafe (VERISIM_UNSAFE=true).",
                null);
    }

    /** Runs a program in it; what went wrong, nothing where it works. */
    private static String trouble(Sandbox sandbox) {
        try {
            Path scratch = Files.createTempDirectory("verisim-probe");
            try (ConfinedProcess probe = sandbox.start(new SandboxSpec(
                    List.of("/usr/bin/env", "true"),
                    List.of(),
                    scratch,
                    Map.of("HOME", scratch.toString()),
                    SandboxLimits.defaults()))) {
                if (!probe.process().waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                    return "it does not end";
                }
                return probe.process().exitValue() == 0 ? "" : Launch.errors(scratch);
            } finally {
                Directories.delete(scratch);
            }
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
