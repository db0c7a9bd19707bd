package io.verisim.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes down what was done when, beside the logs of what it was done to. */
final class Chronicle {

    private final Path file;

    Chronicle(Path file) {
        this.file = file;
    }

    synchronized void write(String sentence) {
        try {
            Files.writeString(
                    file,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + sentence + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The chronicle of faults cannot be written", e);
        }
    }
}
