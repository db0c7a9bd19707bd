package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows who was told what of workflows. */
@Command(name = "notifications", description = "Lists what was told of workflows, and whether it arrived.")
public final class NotificationsCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Option(names = "--workflow", paramLabel = "ID", description = "Only those of one workflow.")
    private String workflow = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, the newest (default: 50).")
    private int limit = 50;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        OrchestratorClient client = OrchestratorClient.of(instance.home());
        String of = workflow.isEmpty() ? "" : "&workflow=" + OrchestratorClient.segment(workflow);
        JsonNode answer = client.get("/api/v1/notifications?limit=" + limit + of);
        for (JsonNode one : answer.path("notifications")) {
            console.say("  %s  %-13s %s"
                    .formatted(
                            one.path("at").asString(""),
                            one.path("kind").asString(""),
                            one.path("sentence").asString("")));
            for (JsonNode delivery : one.path("deliveries")) {
                String problem = delivery.path("problem").asString("");
                console.say("      %s: %s after %d attempts%s"
                        .formatted(
                                delivery.path("subscriber").asString(""),
                                delivery.path("state").asString(""),
                                delivery.path("attempts").asInt(),
                                problem.isEmpty() ? "" : " (" + problem + ")"));
            }
        }
        if (answer.path("notifications").isEmpty()) {
            console.say("  Nobody had to be told anything.");
        }
        console.document(answer);
        return Exit.OK.code();
    }
}
