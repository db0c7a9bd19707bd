package io.verisim.cli.home;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory where the state of an instance lives; survives restarts.
 *
 * @param path absolute path of the directory
 */
public record Home(Path path) {

    /**
     * Opens a home directory, making it where it is missing.
     *
     * @throws CommandFailure where it cannot be written
     */
    public static Home open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.notExists(absolute)) {
                Files.createDirectories(absolute);
                restrict(absolute);
            }
            Path probe = Files.createTempFile(absolute, ".probe", "");
            Files.delete(probe);
            Home home = new Home(absolute);
            Files.createDirectories(home.logs());
            Files.createDirectories(home.results());
            return home;
        } catch (IOException e) {
            throw new CommandFailure(
                    Exit.HOME_UNWRITABLE,
                    "HOME_UNWRITABLE",
                    "The home directory " + absolute + " cannot be written.",
                    "Choose another one with --home, or correct its permissions.",
                    e);
        }
    }

    private static void restrict(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path results() {
        return path.resolve("results");
    }

    /** Directory of the embedded servers. */
    public Path services() {
        return path.resolve("services");
    }

    /** Directory where the Jira mock keeps its state. */
    public Path jira() {
        return path.resolve("jira");
    }

    /** Directory of simulated production data. */
    public Path production() {
        return path.resolve("production");
    }

    /** Working directory of one agent. */
    public Path work(String agent) {
        return path.resolve("work").resolve(agent);
    }
}
