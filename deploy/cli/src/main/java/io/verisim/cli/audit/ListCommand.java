package io.verisim.cli.audit;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists entries. */
@Command(name = "list", description = "Lists entries, oldest first.")
final class ListCommand implements Callable<Integer> {

    private static final int MOST = 1000;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Filters filters = new Filters();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "N",
            defaultValue = "0",
            description = "Entries after this number; the last one listed goes on from there.")
    private long after;

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > MOST || after < 0) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "USAGE",
                    "--limit lies within 1 and " + MOST + ", and --after is not negative.",
                    "See 'verisim audit list --help'.");
        }
        Console console = common.console();
        JsonNode answer = OrchestratorClient.of(instance.home())
                .get(filters.address("/api/v1/audit", "limit", limit) + "&after=" + after);
        for (JsonNode entry : answer.path("entries")) {
            console.say("%6s  %-24s  %-20s  %-18s  %s"
                    .formatted(
                            entry.path("seq").asString(""),
                            entry.path("at").asString(""),
                            entry.at("/actor/kind").asString("") + " "
                                    + entry.at("/actor/id").asString(""),
                            entry.path("action").asString(""),
                            what(entry)));
        }
        if (answer.path("entries").size() == limit) {
            console.say("There may be more: --after " + answer.path("last").asLong(0));
        }
        console.document(answer);
        return Exit.OK.code();
    }

    private static String what(JsonNode entry) {
        String workflow = entry.path("workflow").asString("");
        String step = entry.at("/detail/step").asString(entry.at("/detail/path").asString(""));
        return (workflow + " " + step).strip();
    }
}
