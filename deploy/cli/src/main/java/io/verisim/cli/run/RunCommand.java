package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs a workflow from its configuration, on the running instance. */
@Command(name = "run", description = "Runs a workflow from a configuration (YAML or JSON) on the running instance.")
public final class RunCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The configuration; its entry 'source' names the file with the production data, relative to it.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = common.console();
        Map<String, Object> configuration = ConfigurationFile.read(file);
        Home home = instance.home();
        OrchestratorClient client = OrchestratorClient.of(home);
        Path source = ConfigurationFile.beside(Objects.requireNonNull(file), configuration, "source");
        configuration.remove("source");
        String workflow = client.start(configuration, source);
        console.say("Workflow " + workflow);
        JsonNode ended = new WorkflowFollower(client, console).follow(workflow);
        ObjectNode summary = Results.copy(client, home, workflow);
        Verdicts.say(console, summary, ended, home);
        console.document(summary);
        return Verdicts.of(summary, 0).code();
    }
}
