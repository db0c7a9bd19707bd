package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.cli.platform.PlatformOptions;
import io.verisim.cli.platform.Reach;
import io.verisim.cli.platform.Replicas;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an instance is started. */
final class StartOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + PlatformOptions.DEFAULT_PORT,
            description =
                    "Port of the page and API on the loopback address; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--unsafe",
            description = "Run tests even where bubblewrap does not work, in the next best sandbox.")
    private boolean unsafe;

    @Option(names = "--processes", description = "Run every application as a process of its own.")
    private boolean processes;

    @Option(
            names = "--orchestrators",
            paramLabel = "N",
            description = "With --processes: orchestrators that share the work; page and commands use the first.")
    private @Nullable Integer orchestrators;

    @Option(
            names = "--replicas",
            paramLabel = "AGENT=N",
            description = "With --processes: how many processes an agent has; may be given for several agents.")
    private Map<String, Integer> replicas = new LinkedHashMap<>();

    @Option(
            names = "--reach",
            paramLabel = "SERVICE=HOST:PORT",
            description = "With --processes: where orchestrators and agents reach broker, database, objects or jira,"
                    + " if something such as a proxy stands before it.")
    private Map<String, String> reach = new LinkedHashMap<>();

    PlatformOptions options() {
        Map<String, Integer> counts = new LinkedHashMap<>(replicas);
        if (orchestrators != null) {
            counts.put("orchestrator", orchestrators);
        }
        if (!processes && !(counts.isEmpty() && reach.isEmpty())) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "PROCESSES_NEEDED",
                    "Replicas and other addresses are for separate processes.",
                    "Add --processes.");
        }
        return PlatformOptions.defaults()
                .withPort(port)
                .withUnsafe(unsafe)
                .withReplicas(Replicas.of(counts))
                .withReach(Reach.of(reach));
    }

    boolean processes() {
        return processes;
    }
}
