package io.verisim.embedded.home;

import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a directory for one running instance; released by the operating system however the process ends. */
public final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock without waiting.
     *
     * @throws VerisimException CONFIGURATION {@code HOME_IN_USE} where another instance holds it
     */
    public static DirectoryLock acquire(Path directory) {
        Path file = PrivateFiles.directory(directory).resolve("instance.lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + file, e);
        }
        if (tryLock(channel) == null) {
            closeQuietly(channel);
            throw VerisimException.configuration(
                    "HOME_IN_USE",
                    "Another instance is running on " + directory + ".",
                    "Stop it first, or choose another home directory.");
        }
        return new DirectoryLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UncheckedIOException("Cannot lock", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the lock", e);
        }
    }
}
