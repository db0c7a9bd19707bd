package io.verisim.cli.audit;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Verifies the whole log. */
@Command(
        name = "verify",
        description = "Checks every entry against the chain, and the chain against the object store.",
        footer = {"", "Exit codes: 0 intact, 3 not intact."})
final class VerifyCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofHours(1);

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        JsonNode verification = OrchestratorClient.of(instance.home()).get("/api/v1/audit/verification", PATIENCE);
        long entries = verification.path("entries").asLong(0);
        boolean intact = verification.path("intact").asBoolean(false);
        for (JsonNode finding : verification.path("findings")) {
            console.say("%-10s %8s  %s%s"
                    .formatted(
                            finding.path("kind").asString("?"),
                            finding.path("position").asString("-"),
                            finding.path("detail").asString(""),
                            finding.hasNonNull("entry")
                                    ? " Entry " + finding.path("entry").asString()
                                    : ""));
        }
        if (intact) {
            console.say("Intact: " + entries + " entries, anchored up to position "
                    + verification.path("anchored").asLong(0) + ".");
        } else {
            console.say(
                    "Not intact: " + verification.path("found").asLong(0) + " findings in " + entries + " entries.");
        }
        console.document(verification);
        return (intact ? Exit.OK : Exit.NOT_AS_WANTED).code();
    }
}
