package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import java.io.IOException;

/** The running instance that a command needs. */
final class Running {

    private Running() {}

    static RunningInstance.Info find(Home home) throws IOException {
        return RunningInstance.find(home).orElseThrow(() -> none(home));
    }

    static CommandFailure none(Home home) {
        return new CommandFailure(
                Exit.INTEGRATION,
                "NOT_RUNNING",
                "No Verisim runs in " + home.path() + ".",
                "Start it with 'verisim up'.");
    }
}
