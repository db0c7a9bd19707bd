package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.embedded.home.PrivateFiles;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Where the services of a home are, in {@code services/connections.json}, which only its owner reads; written once they
 * accept connections, and kept for the next start.
 *
 * @param pid process that hosts them
 * @param services where they are
 */
record ServicesFile(long pid, Services services) {

    ServicesFile {
        Objects.requireNonNull(services);
    }

    /** What the services of a home told last. */
    static Optional<ServicesFile> read(Home home) throws IOException {
        Path file = file(home);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageCodec.mapper().readValue(Files.readAllBytes(file), ServicesFile.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Tells that the services of this process are there. */
    static void write(Home home, Services services) {
        ServicesFile content = new ServicesFile(ProcessHandle.current().pid(), services);
        PrivateFiles.write(file(home), MessageCodec.mapper().writeValueAsString(content));
    }

    private static Path file(Home home) {
        return home.services().resolve("connections.json");
    }
}
