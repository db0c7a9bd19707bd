package io.verisim.embedded.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home directory that is removed at the end; made when first needed. */
final class TemporaryHome implements AutoCloseable {

    private @Nullable Path directory;

    synchronized Path directory() {
        Path made = directory;
        if (made == null) {
            try {
                made = Files.createTempDirectory("verisim-test-");
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary directory", e);
            }
            directory = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        Path made = directory;
        if (made == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(made)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + made, e);
        }
        directory = null;
    }
}
