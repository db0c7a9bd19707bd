package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that a command is given. */
final class Sources {

    private Sources() {}

    /** What picocli has set: it refuses a command line without it. */
    static Path required(@Nullable Path path) {
        if (path == null) {
            throw new CommandFailure(Exit.USAGE, "USAGE", "A file is missing.", "See --help.");
        }
        return path;
    }

    /** A file that must be there. */
    static Path existing(@Nullable Path path) throws NoSuchFileException {
        Path file = required(path);
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    /** A file that must not be there, unless it may be replaced. */
    static Path fresh(@Nullable Path path, boolean force) {
        Path file = required(path);
        if (Files.exists(file) && !force) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "FILE_EXISTS",
                    "The file '" + file + "' exists already.",
                    "Choose another name, or replace it with --force.");
        }
        return file;
    }
}
