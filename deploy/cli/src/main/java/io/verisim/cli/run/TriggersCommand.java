package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows what starts workflows by itself, adds to it, switches it, takes it out. */
@Command(
        name = "triggers",
        description = "Lists the queries in Jira that start workflows; adds, switches or deletes one.")
public final class TriggersCommand implements VerisimCommand {

    private static final String TRIGGERS = "/api/v1/triggers";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @ArgGroup
    private @Nullable What what;

    /** What is to be done with a trigger. */
    static final class What {

        @Option(
                names = "--add",
                paramLabel = "FILE",
                description = {
                    "Add the one that a file (YAML or JSON) describes: name, jql, every, credentials, source,",
                    "and configuration, which may name another file."
                })
        private @Nullable Path add;

        @Option(names = "--on", paramLabel = "ID", description = "Let it poll.")
        private @Nullable String on;

        @Option(names = "--off", paramLabel = "ID", description = "Let it poll no more.")
        private @Nullable String off;

        @Option(names = "--delete", paramLabel = "ID", description = "Take it out, and forget what it has seen.")
        private @Nullable String delete;
    }

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        OrchestratorClient client = OrchestratorClient.of(instance.home());
        JsonNode answer = ask(client);
        if (answer.has("triggers")) {
            answer.path("triggers").forEach(trigger -> say(console, trigger));
            if (answer.path("triggers").isEmpty()) {
                console.say("No trigger starts workflows here.");
            }
        } else if (answer.has("status")) {
            console.say("Trigger %s is %s."
                    .formatted(
                            answer.path("id").asString(""),
                            answer.path("status").asString("")));
        } else {
            say(console, answer);
        }
        console.document(answer);
        return Exit.OK.code();
    }

    private static void say(Console console, JsonNode trigger) {
        console.say("  %s  %-4s every %s  %s: %s"
                .formatted(
                        trigger.path("id").asString(""),
                        trigger.path("enabled").asBoolean() ? "on" : "off",
                        trigger.path("every").asString(""),
                        trigger.path("name").asString(""),
                        trigger.path("jql").asString("")));
        if (trigger.has("problem")) {
            console.say("      " + trigger.path("problem").asString(""));
        }
    }

    private JsonNode ask(OrchestratorClient client) throws IOException {
        if (what != null && what.add != null) {
            return client.post(TRIGGERS, described(what.add));
        }
        if (what != null && what.on != null) {
            return client.post(TRIGGERS + "/" + OrchestratorClient.segment(what.on) + "/on", Map.of());
        }
        if (what != null && what.off != null) {
            return client.post(TRIGGERS + "/" + OrchestratorClient.segment(what.off) + "/off", Map.of());
        }
        if (what != null && what.delete != null) {
            return client.delete(TRIGGERS + "/" + OrchestratorClient.segment(what.delete));
        }
        return client.get(TRIGGERS);
    }

    /** The source of a configuration in a file of its own is not sent: a trigger takes that of a workflow. */
    private static Map<String, Object> described(Path file) throws IOException {
        Map<String, Object> trigger = ConfigurationFile.read(file);
        if (trigger.get("configuration") instanceof String) {
            Map<String, Object> configuration =
                    ConfigurationFile.read(ConfigurationFile.beside(file, trigger, "configuration"));
            configuration.remove("source");
            trigger.put("configuration", configuration);
        }
        return trigger;
    }
}
