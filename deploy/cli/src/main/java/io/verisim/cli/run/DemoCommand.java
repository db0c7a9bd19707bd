package io.verisim.cli.run;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.InstanceOptions;
import io.verisim.mock.production.TelecomCustomers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts everything, and runs the guided workflow. */
@Command(
        name = "demo",
        description =
                "Starts everything, takes a simulated telecom company's customers through all five agents, and stays up.")
public final class DemoCommand implements VerisimCommand {

    /** The scenario on the deliberate defect of the system under test. */
    private static final int WANTED_FAILURES = 1;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private StartOptions start = new StartOptions();

    @Parameters(
            paramLabel = "DEMO",
            arity = "0..1",
            defaultValue = "telecom",
            description = "Which demo: ${COMPLETION-CANDIDATES}.")
    private Demo demo = Demo.telecom;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows of production data and of the twin (default: 10,000).")
    private @Nullable Integer rows;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of all randomness (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "latent_mixture",
            description = "Synthesis model (default: ${DEFAULT-VALUE}).")
    private String model = "latent_mixture";

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "A table of your own in place of the simulated one, with scenarios that fit any table.")
    private @Nullable Path input;

    @Option(names = "--exit", description = "End when the workflow has ended.")
    private boolean exit;

    /** The guided demos. */
    enum Demo {
        telecom
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = common.console();
        if (input != null && Files.notExists(input)) {
            throw new NoSuchFileException(input.toString());
        }
        Home home = instance.home();
        try (Instance running = Instance.start(home, start, console)) {
            OrchestratorClient client =
                    new OrchestratorClient(running.platform().url());
            Path source = source(home, console);
            String workflow = client.start(configuration(running), source);
            console.say("Watch it live: " + running.platform().url().resolve("/workflow.html?id=" + workflow));
            console.say("");
            JsonNode ended = new WorkflowFollower(client, console).follow(workflow);
            ObjectNode summary = Results.copy(client, home, workflow);
            Verdicts.say(console, summary, ended, home);
            console.document(summary);
            if (!exit) {
                console.say(
                        "Verisim stays up at " + running.platform().url() + " (Ctrl-C or 'verisim down' stops it).");
                console.say(running.platform().awaitFailure());
            }
            return Verdicts.of(summary, WANTED_FAILURES).code();
        }
    }

    private Path source(Home home, Console console) throws IOException {
        if (input != null) {
            console.say("Production data: " + input);
            return input;
        }
        int count = rows == null ? TelecomCustomers.DEFAULT_ROWS : rows;
        Path file = Files.createDirectories(home.production())
                .resolve(TelecomCustomers.TABLE + "-" + count + "-" + seed + ".csv");
        if (Files.notExists(file)) {
            TelecomCustomers.write(file, count, seed);
        }
        console.say("Production data: %,d customers of a simulated telecom company".formatted(count));
        return file;
    }

    private java.util.Map<String, Object> configuration(Instance running) {
        return DemoConfiguration.of(
                demo.name(), input, model, rows, seed, running.platform().services());
    }
}
