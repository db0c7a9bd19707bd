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
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows what went wrong in a workflow, and what to do about it. */
@Command(name = "errors", description = "Lists the errors of a workflow, each with what to do about it and where.")
public final class ErrorsCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(paramLabel = "WORKFLOW", description = "The id of the workflow ('verisim status' lists them).")
    private String workflow = "";

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        OrchestratorClient client = OrchestratorClient.of(instance.home());
        JsonNode answer = client.get("/api/v1/workflows/" + OrchestratorClient.segment(workflow) + "/errors");
        for (JsonNode error : answer.path("errors")) {
            console.say("  %s  %s %s  %s, attempt %d: %s"
                    .formatted(
                            error.path("at").asString(""),
                            error.path("category").asString(""),
                            error.path("type").asString(""),
                            error.at("/affected/work").asString(""),
                            error.path("attempt").asInt(),
                            error.path("message").asString("")));
            console.say("      " + error.path("decision").asString(""));
            console.say("      " + error.at("/action/sentence").asString("") + " ("
                    + error.at("/action/command").asString("") + ")");
        }
        if (answer.path("errors").isEmpty()) {
            console.say("  Nothing went wrong in workflow " + workflow + ".");
        }
        console.document(answer);
        return Exit.OK.code();
    }
}
