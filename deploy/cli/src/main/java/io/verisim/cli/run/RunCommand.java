package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Runs a workflow from its configuration, on the running instance. */
@Command(name = "run", description = "Runs a workflow from a configuration (YAML or JSON) on the running instance.")
public final class RunCommand implements VerisimCommand {

    private static final long MAX_BYTES = 1 << 20;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The configuration; its entry 'source' names the file with the production data, relative to it.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = common.console();
        Path path = file == null ? Path.of("") : file;
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        Map<String, Object> configuration = read(path);
        Home home = instance.home();
        OrchestratorClient client = OrchestratorClient.of(home);
        Path source = source(configuration, path);
        configuration.remove("source");
        String workflow = client.start(configuration, source);
        console.say("Workflow " + workflow);
        JsonNode ended = new WorkflowFollower(client, console).follow(workflow);
        ObjectNode summary = Results.copy(client, home, workflow);
        Verdicts.say(console, summary, ended, home);
        console.document(summary);
        return Verdicts.of(summary, 0).code();
    }

    private static Map<String, Object> read(Path path) throws IOException {
        if (Files.size(path) > MAX_BYTES) {
            throw malformed(path, "it is longer than " + MAX_BYTES + " bytes", null);
        }
        try {
            return new YAMLMapper().readValue(Files.readAllBytes(path), new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw malformed(path, e.getOriginalMessage(), e);
        }
    }

    private static Path source(Map<String, Object> configuration, Path path) throws IOException {
        if (!(configuration.get("source") instanceof String source)) {
            throw malformed(path, "its entry 'source' does not name a file", null);
        }
        Path resolved = path.toAbsolutePath().resolveSibling(source);
        if (Files.notExists(resolved)) {
            throw new NoSuchFileException(resolved.toString());
        }
        return resolved;
    }

    private static CommandFailure malformed(Path path, String why, @Nullable Throwable cause) {
        return new CommandFailure(
                Exit.CONFIGURATION,
                "CONFIGURATION_MALFORMED",
                "The configuration " + path + " cannot be used: " + why + ".",
                "Correct the file; docs/running.md shows one.",
                cause);
    }
}
