package io.verisim.tabular;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A hidden file beside the one that it is to become. Closed before it was moved into its place, it is deleted; so it is
 * where the process is told to end.
 */
public final class TemporaryFile implements AutoCloseable {

    private final Path place;
    private final Path path;
    private final boolean overwrite;

    private TemporaryFile(Path place, Path path, boolean overwrite) {
        this.place = place;
        this.path = path;
        this.overwrite = overwrite;
    }

    /**
     * Names a file that nobody else uses; it is made by whoever writes to it first.
     *
     * @param overwrite whether a file that is in the place already may be replaced
     * @throws FileAlreadyExistsException where there is one that may not be replaced
     */
    public static TemporaryFile beside(Path place, boolean overwrite) throws IOException {
        refuseExisting(place, overwrite);
        String mark = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        Path path = place.resolveSibling("." + place.getFileName() + "-" + mark + ".part");
        Leftovers.OF_THIS_PROCESS.add(path);
        return new TemporaryFile(place, path, overwrite);
    }

    public Path path() {
        return path;
    }

    /** Makes it what it is to become, in one step. */
    public void moveIntoPlace() throws IOException {
        refuseExisting(place, overwrite);
        Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        Leftovers.OF_THIS_PROCESS.remove(path);
    }

    private static void refuseExisting(Path place, boolean overwrite) throws IOException {
        if (!overwrite && Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
    }

    private static final class Leftovers {

        static final Set<Path> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::delete, "leftovers"));
        }

        private static void delete() {
            for (Path path : OF_THIS_PROCESS) {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    continue; // nothing more can be done at the end of the process
                }
            }
        }
    }
}
