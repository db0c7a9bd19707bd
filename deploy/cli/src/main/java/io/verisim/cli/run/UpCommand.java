package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.InstanceOptions;
import io.verisim.cli.platform.Platform;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything and stays in the foreground. */
@Command(name = "up", description = "Starts everything and stays up until Ctrl-C or 'verisim down'.")
public final class UpCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private StartOptions start = new StartOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = common.console();
        Home home = instance.home();
        try (Instance running = Instance.start(home, start, console)) {
            Platform platform = running.platform();
            console.say("Verisim is up: " + platform.url() + "   (Ctrl-C or 'verisim down' stops it)");
            console.say("Jira: " + platform.services().jira() + "   System under test: "
                    + platform.services().crm());
            console.document(
                    Map.of("url", platform.url().toString(), "home", home.path().toString()));
            console.say(platform.awaitFailure());
            return Exit.INTEGRATION.code();
        }
    }
}
