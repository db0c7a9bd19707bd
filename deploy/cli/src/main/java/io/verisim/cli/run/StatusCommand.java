package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what runs: agents and workflows. */
@Command(name = "status", description = "Shows the running instance: its agents and workflows.")
public final class StatusCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        Home home = instance.home();
        RunningInstance.Info info = Running.find(home);
        OrchestratorClient client = new OrchestratorClient(info.url());
        JsonNode agents = client.get("/api/v1/agents").path("agents");
        JsonNode workflows = client.get("/api/v1/workflows").path("workflows");
        console.say("Verisim runs at " + info.url() + " (process " + info.pid() + ", home " + home.path() + ")");
        console.say("");
        for (JsonNode agent : agents) {
            console.say("  %-18s %-10s %s"
                    .formatted(
                            agent.path("name").asString("?"),
                            agent.path("status").asString("?"),
                            agent.path("instance").asString("")));
        }
        console.say("");
        if (workflows.isEmpty()) {
            console.say("  No workflow yet. Start one with 'verisim run FILE'.");
        }
        for (JsonNode workflow : workflows) {
            console.say("  %s  %-13s %s"
                    .formatted(
                            workflow.path("id").asString(""),
                            workflow.path("status").asString(""),
                            workflow.path("name").asString("")));
        }
        ObjectNode document = MessageCodec.mapper().createObjectNode();
        document.put("url", info.url().toString())
                .put("pid", info.pid())
                .put("home", home.path().toString());
        document.set("agents", agents);
        document.set("workflows", workflows);
        console.document(document);
        return Exit.OK.code();
    }
}
