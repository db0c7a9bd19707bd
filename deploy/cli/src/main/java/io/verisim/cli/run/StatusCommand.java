package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.InstanceOptions;
import io.verisim.cli.home.RunningInstance;
import io.verisim.cli.platform.ProcessList;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what runs: processes, agents and workflows. */
@Command(name = "status", description = "Shows the running instance: its processes, agents and workflows.")
public final class StatusCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        Home home = instance.home();
        RunningInstance.Info info = RunningInstance.require(home);
        Optional<ProcessList> processes = ProcessList.read(home);
        console.say("Verisim runs at " + info.url() + " (process " + info.pid() + ", home " + home.path() + ")");
        processes.ifPresent(list -> say(console, list));
        ObjectNode document = MessageCodec.mapper().createObjectNode();
        document.put("url", info.url().toString())
                .put("pid", info.pid())
                .put("home", home.path().toString());
        processes.ifPresent(list -> document.set(
                "processes", MessageCodec.mapper().valueToTree(list).path("processes")));
        try {
            OrchestratorClient client = new OrchestratorClient(info.url());
            JsonNode agents = client.get("/api/v1/agents").path("agents");
            JsonNode workflows = client.get("/api/v1/workflows").path("workflows");
            say(console, agents, workflows);
            document.set("agents", agents);
            document.set("workflows", workflows);
        } catch (CommandFailure | VerisimException e) {
            if (processes.isEmpty() || processes.get().areReady()) {
                throw e;
            }
            String reason = "Processes are on their way back; agents and workflows are shown again soon.";
            console.say("");
            console.say("  " + reason);
            document.putNull("agents").putNull("workflows").put("reason", reason);
        }
        console.document(document);
        return Exit.OK.code();
    }

    private static void say(Console console, ProcessList processes) {
        console.say("");
        for (ProcessList.Entry process : processes.processes()) {
            console.say("  %-18s %-10s %-9s %s"
                    .formatted(
                            process.name(),
                            process.state(),
                            process.pid() == null ? "" : process.pid(),
                            process.restarts() == 0 ? "" : "restarts: " + process.restarts())
                    .stripTrailing());
        }
    }

    private static void say(Console console, JsonNode agents, JsonNode workflows) {
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
    }
}
