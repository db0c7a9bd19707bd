package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows, replays and discards messages that nobody could handle. */
@Command(name = "parked", description = "Lists messages that nobody could handle; replays or discards one.")
public final class ParkedCommand implements VerisimCommand {

    private static final String PARKED = "/api/v1/parked";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @ArgGroup
    private @Nullable What what;

    /** What is to be done with one message. */
    static final class What {

        @Option(names = "--replay", paramLabel = "ID", description = "Send it to the queue it came from once more.")
        private @Nullable String replay;

        @Option(names = "--discard", paramLabel = "ID", description = "Take it out for good.")
        private @Nullable String discard;
    }

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        OrchestratorClient client = OrchestratorClient.of(instance.home());
        JsonNode answer = ask(client);
        for (JsonNode message : answer.path("parked")) {
            console.say("  %s  %s  %,d bytes  %s"
                    .formatted(
                            message.path("id").asString(""),
                            message.path("queue").asString(""),
                            message.path("bytes").asInt(),
                            message.path("reason").asString("")));
        }
        if (answer.path("parked").isEmpty()) {
            console.say(
                    answer.has("status")
                            ? "Message " + answer.path("id").asString("") + " was "
                                    + answer.path("status").asString("") + "."
                            : "No message is parked.");
        }
        console.document(answer);
        return Exit.OK.code();
    }

    private JsonNode ask(OrchestratorClient client) {
        if (what != null && what.replay != null) {
            return client.post(PARKED + "/" + OrchestratorClient.segment(what.replay) + "/replay", Map.of());
        }
        if (what != null && what.discard != null) {
            return client.delete(PARKED + "/" + OrchestratorClient.segment(what.discard));
        }
        return client.get(PARKED);
    }
}
