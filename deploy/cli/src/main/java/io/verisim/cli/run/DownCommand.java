package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.InstanceOptions;
import io.verisim.cli.home.RunningInstance;
import io.verisim.embedded.home.LiveProcess;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the instance of a home. */
@Command(name = "down", description = "Stops the running instance.")
public final class DownCommand implements VerisimCommand {

    private static final long PATIENCE_SECONDS = 30;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = common.console();
        Home home = instance.home();
        RunningInstance.Info info = RunningInstance.require(home);
        ProcessHandle process = ProcessHandle.of(info.pid()).orElseThrow(() -> RunningInstance.none(home));
        process.destroy();
        try {
            LiveProcess.end(process).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new CommandFailure(
                    Exit.INTEGRATION,
                    "NOT_STOPPED",
                    "The instance (process " + info.pid() + ") did not stop within " + PATIENCE_SECONDS + " s.",
                    "Look into " + home.logs() + ", or end the process by force.",
                    e);
        }
        console.say("Verisim in " + home.path() + " is down.");
        console.document(Map.of("home", home.path().toString(), "status", "DOWN"));
        return Exit.OK.code();
    }
}
