package io.verisim.embedded.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs short programs to their end. */
final class Commands {

    /**
     * How a program ended.
     *
     * @param exitCode its exit status
     * @param output what it wrote, both streams, at most the last few kilobytes
     */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private static final int SHOWN = 4_000;

    private Commands() {}

    /**
     * Runs a command; the output goes through a file, since a daemon that it leaves behind would hold a pipe open.
     *
     * @throws UncheckedIOException where the program cannot be started
     */
    static Outcome run(List<String> command, Duration limit) {
        try {
            Path output = Files.createTempFile("verisim-", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    return new Outcome(-1, "not ended after " + limit.toSeconds() + " s");
                }
                return new Outcome(process.exitValue(), tail(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        }
    }

    /** The end of a text file. */
    static String tail(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        return text.length() <= SHOWN ? text : text.substring(text.length() - SHOWN);
    }
}
