package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Which process runs what, as {@code processes.json} in the home tells for as long as the instance runs.
 *
 * @param processes in the order in which they are started
 */
public record ProcessList(List<Entry> processes) {

    /** Not ready yet since the instance began. */
    static final String STARTING = "starting";

    /** Does what it is there for. */
    static final String READY = "ready";

    /** Has ended, and is on its way back. */
    static final String RESTARTING = "restarting";

    private static final String FILE = "processes.json";

    /**
     * A process.
     *
     * @param name name of what runs in it
     * @param pid the JVM itself; null while there is none
     * @param state {@code starting}, {@code ready} or {@code restarting}
     * @param restarts how often it was started again
     * @param since since when it is in this state
     * @param url where it answers to people; null where it does not
     */
    public record Entry(
            String name,
            @Nullable Long pid,
            String state,
            int restarts,
            Instant since,
            @Nullable URI url) {}

    public ProcessList {
        processes = List.copyOf(processes);
    }

    /** Whether all of them are ready. */
    public boolean areReady() {
        return processes.stream().allMatch(process -> process.state().equals(READY));
    }

    /** What the instance of a home tells; empty where it runs in one process. */
    public static Optional<ProcessList> read(Home home) throws IOException {
        Path file = home.path().resolve(FILE);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageCodec.mapper().readValue(Files.readAllBytes(file), ProcessList.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Replaces what was told before; a reader sees the one or the other. */
    void write(Home home) throws IOException {
        Path temporary = home.path().resolve(FILE + ".new");
        Files.write(temporary, MessageCodec.mapper().writeValueAsBytes(this));
        Files.move(temporary, home.path().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** There is nothing to tell any more. */
    static void clear(Home home) throws IOException {
        Files.deleteIfExists(home.path().resolve(FILE));
    }
}
