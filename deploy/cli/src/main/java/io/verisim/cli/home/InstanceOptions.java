package io.verisim.cli.home;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which instance a command is about. */
public final class InstanceOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the instance keeps its state (default: ~/.verisim).")
    private @Nullable Path home;

    /** Opens the home. */
    public Home home() {
        return Home.open(path());
    }

    private Path path() {
        if (home != null) {
            return home;
        }
        String fromEnvironment = System.getenv("VERISIM_HOME");
        return fromEnvironment == null || fromEnvironment.isBlank()
                ? Path.of(System.getProperty("user.home"), ".verisim")
                : Path.of(fromEnvironment);
    }
}
