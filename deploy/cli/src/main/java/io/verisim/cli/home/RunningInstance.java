package io.verisim.cli.home;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** At most one instance runs in a home: it holds a lock on a file, and writes there where it can be reached. */
public final class RunningInstance implements AutoCloseable {

    private static final String LOCK = "instance.lock";
    private static final String INFO = "instance.json";

    /**
     * Where a running instance is found.
     *
     * @param pid process that holds the lock
     * @param url base address of the orchestrator
     */
    public record Info(long pid, URI url) {}

    private final Home home;
    private final FileChannel channel;
    private final FileLock lock;

    private RunningInstance(Home home, FileChannel channel, FileLock lock) {
        this.home = home;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Becomes the instance of a home.
     *
     * @throws CommandFailure where one runs already
     */
    public static RunningInstance acquire(Home home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.path().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            String where = find(home).map(info -> " at " + info.url()).orElse("");
            throw new CommandFailure(
                    Exit.ALREADY_RUNNING,
                    "ALREADY_RUNNING",
                    "Verisim already runs in " + home.path() + where + ".",
                    "Stop it with 'verisim down', or choose another home with --home.");
        }
        return new RunningInstance(home, channel, lock);
    }

    /** The instance that runs in a home, if one does. */
    public static Optional<Info> find(Home home) throws IOException {
        Path info = home.path().resolve(INFO);
        if (Files.notExists(info) || !locked(home)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageCodec.mapper().readValue(Files.readAllBytes(info), Info.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * The instance that runs in a home.
     *
     * @throws CommandFailure where none does
     */
    public static Info require(Home home) throws IOException {
        return find(home).orElseThrow(() -> none(home));
    }

    /** Says that no instance runs in a home. */
    public static CommandFailure none(Home home) {
        return new CommandFailure(
                Exit.INTEGRATION,
                "NOT_RUNNING",
                "No Verisim runs in " + home.path() + ".",
                "Start it with 'verisim up'.");
    }

    private static boolean locked(Home home) throws IOException {
        Path file = home.path().resolve(LOCK);
        if (Files.notExists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return true;
            }
            lock.release();
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Tells other commands where this instance is reached. */
    public void announce(URI url) throws IOException {
        Info info = new Info(ProcessHandle.current().pid(), url);
        Path temporary = home.path().resolve(INFO + ".new");
        Files.write(temporary, MessageCodec.mapper().writeValueAsBytes(info));
        Files.move(temporary, home.path().resolve(INFO), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        Files.deleteIfExists(home.path().resolve(INFO));
        lock.release();
        channel.close();
    }
}
