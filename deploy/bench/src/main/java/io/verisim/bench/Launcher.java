package io.verisim.bench;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Runs {@code ./verisim} as a user does, in a process of its own, timed from the call to its end.
 *
 * @param program the launcher, or whatever else takes the same arguments
 */
public record Launcher(List<String> program) {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final double NANOS = 1e9;

    public Launcher {
        program = List.copyOf(program);
    }

    /** The launcher itself. */
    public static Launcher of(Path script) {
        return new Launcher(List.of(script.toString()));
    }

    /**
     * What a command left.
     *
     * @param exit its exit code
     * @param seconds wall clock
     * @param document what it printed with {@code --json}; missing where that was no JSON
     */
    public record Outcome(int exit, double seconds, JsonNode document) {}

    /**
     * Runs a command with {@code --json}.
     *
     * @param arguments what stands behind {@code verisim}
     * @throws IOException where the launcher cannot be run, or does not end within ten minutes
     */
    public Outcome run(Path scratch, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = command(arguments);
        command.add("--json");
        Path output = Files.createTempFile(scratch, "output", ".json");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("'" + String.join(" ", command) + "' did not end within " + LIMIT.toMinutes()
                        + " minutes; run it by hand to see why.");
            }
        } finally {
            process.destroy();
        }
        double seconds = (System.nanoTime() - begin) / NANOS;
        return new Outcome(process.exitValue(), seconds, document(Files.readString(output)));
    }

    /**
     * Starts a command that stays.
     *
     * @param output file that takes what it says
     * @throws IOException where the launcher cannot be run
     */
    public Process start(Path output, List<String> arguments) throws IOException {
        return new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return command;
    }

    private static JsonNode document(String text) {
        try {
            return text.isBlank()
                    ? MissingNode.getInstance()
                    : MessageCodec.mapper().readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
