package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.synthesizer.schema.SchemaFile;
import io.verisim.synthesizer.schema.SchemaFiles;
import java.io.IOException;
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
        refuseFolder(file);
        return file;
    }

    /** A schema file; {@code source} names the table where it describes several. */
    static SchemaFile schema(Path file, @Nullable Path source) throws IOException {
        Path name = source == null ? file.getFileName() : source.getFileName();
        return SchemaFiles.read(existing(file), String.valueOf(name).replaceFirst("\\..*", ""));
    }

    /** A file that must not be there, unless it may be replaced, in a folder that can be written. */
    static Path fresh(@Nullable Path path, boolean force) {
        Path file = required(path);
        refuseFolder(file);
        if (Files.exists(file) && !force) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "FILE_EXISTS",
                    "The file '" + file + "' exists already.",
                    "Choose another name, or replace it with --force.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "FOLDER_NOT_FOUND",
                    "There is no folder '" + folder + "' to write '" + file.getFileName() + "' to.",
                    "Make the folder first, or write elsewhere.");
        }
        probe(folder);
        return file;
    }

    /** Permissions do not tell all: a disk may be read-only, and root may write anywhere but there. */
    private static void probe(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".verisim-", ".part"));
        } catch (IOException e) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "FOLDER_UNWRITABLE",
                    "The folder '" + folder + "' cannot be written.",
                    "Correct its permissions, or write elsewhere.",
                    e);
        }
    }

    private static void refuseFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(
                    Exit.USAGE, "FILE_IS_FOLDER", "'" + file + "' is a folder, not a file.", "Name a file.");
        }
    }
}
