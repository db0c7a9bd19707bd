package io.verisim.testexecutor.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the runner keeps what it prepares once. It holds programs, so nobody else may write there. */
final class RunnerCache {

    private static final Logger LOG = LoggerFactory.getLogger(RunnerCache.class);

    private RunnerCache() {}

    /** The given directory, else one in the user's cache, else one for this process. */
    static Path find(@Nullable Path given, @Nullable String userCache, String home) {
        if (given != null && !given.toString().isBlank()) {
            return make(given.toAbsolutePath());
        }
        Path base = userCache == null || userCache.isBlank() ? Path.of(home, ".cache") : Path.of(userCache);
        Path folder = base.resolve("verisim").resolve("runner");
        try {
            return make(folder.toAbsolutePath());
        } catch (UncheckedIOException e) {
            LOG.info("{} cannot be written; what tests need is unpacked for this process only", folder);
            try {
                return Files.createTempDirectory("verisim-runner");
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }

    private static Path make(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + folder, e);
        }
    }
}
