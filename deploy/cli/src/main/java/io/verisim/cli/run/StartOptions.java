package io.verisim.cli.run;

import io.verisim.cli.platform.PlatformOptions;
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

    PlatformOptions options() {
        return PlatformOptions.defaults().withPort(port).withUnsafe(unsafe);
    }

    boolean processes() {
        return processes;
    }
}
