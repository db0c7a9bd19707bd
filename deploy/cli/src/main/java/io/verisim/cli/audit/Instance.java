package io.verisim.cli.audit;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The running instance whose log it is. */
final class Instance {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the instance keeps its state (default: ~/.verisim).")
    private @Nullable Path home;

    OrchestratorClient client() throws IOException {
        Home opened = Home.open(path());
        RunningInstance.Info info = RunningInstance.find(opened)
                .orElseThrow(() -> new CommandFailure(
                        Exit.INTEGRATION,
                        "NOT_RUNNING",
                        "No Verisim runs in " + opened.path() + ".",
                        "Start it with 'verisim up'."));
        return new OrchestratorClient(info.url());
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
