package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Steers a workflow of the running instance; what its state does not allow is refused by the orchestrator. */
abstract class Steering implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(paramLabel = "WORKFLOW", description = "The id of the workflow ('verisim status' lists them).")
    private String workflow = "";

    private final String verb;

    Steering(String verb) {
        this.verb = verb;
    }

    /** Who steers: the user of this machine. */
    static Map<String, Object> actor() {
        return Map.of("kind", "user", "id", System.getProperty("user.name", "local"));
    }

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        OrchestratorClient client = OrchestratorClient.of(instance.home());
        String path = "/api/v1/workflows/" + OrchestratorClient.segment(workflow);
        JsonNode after = steer(client, path);
        console.say("Workflow " + workflow + " is " + after.path("status").asString("") + ".");
        console.document(after);
        return Exit.OK.code();
    }

    JsonNode steer(OrchestratorClient client, String path) {
        return client.post(path + "/" + verb, Map.of("actor", actor()));
    }

    /** {@code verisim pause}. */
    @Command(name = "pause", description = "Pauses a workflow: what runs is given up, what is done is kept.")
    public static final class Pause extends Steering {
        public Pause() {
            super("pause");
        }
    }

    /** {@code verisim resume}. */
    @Command(name = "resume", description = "Lets a paused workflow go on where it was.")
    public static final class Resume extends Steering {
        public Resume() {
            super("resume");
        }
    }

    /** {@code verisim abort}. */
    @Command(name = "abort", description = "Ends a workflow for good.")
    public static final class Abort extends Steering {
        public Abort() {
            super("abort");
        }
    }

    /** {@code verisim retry}. */
    @Command(name = "retry", description = "Tries again what failed; repeats nothing that is done.")
    public static final class Retry extends Steering {
        public Retry() {
            super("retry");
        }
    }

    /** {@code verisim skip}. */
    @Command(name = "skip", description = "Leaves out the stage that a workflow is in.")
    public static final class Skip extends Steering {
        public Skip() {
            super("skip");
        }
    }

    /** {@code verisim answer}. */
    @Command(name = "answer", description = "Answers a question that a workflow waits for.")
    public static final class Answer extends Steering {

        @Parameters(paramLabel = "CHOICE", index = "1", description = "One of the choices of the question.")
        private String choice = "";

        @Option(
                names = "--question",
                paramLabel = "ID",
                description = "Which question (default: the only one that is open).")
        private String question = "";

        public Answer() {
            super("questions");
        }

        @Override
        JsonNode steer(OrchestratorClient client, String path) {
            String id = question.isEmpty() ? OpenQuestions.only(client.get(path)) : question;
            return client.post(
                    path + "/questions/" + OrchestratorClient.segment(id), Map.of("choice", choice, "actor", actor()));
        }
    }
}
