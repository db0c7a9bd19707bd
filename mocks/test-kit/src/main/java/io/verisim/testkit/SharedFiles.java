package io.verisim.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opentest4j.TestAbortedException;

/**
 * Sample data and golden vectors that lie beside the project and are used in place: in the folder of environment
 * variable {@code VERISIM_SHARED}, else {@code ../shared} from the project's root; its {@code data} folder alone may be
 * elsewhere, in {@code VERISIM_TEST_DATA}. A test that needs a file which is not there is skipped, and says so once.
 */
public final class SharedFiles {

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private SharedFiles() {}

    /**
     * A shared file or folder.
     *
     * @param relative such as {@code golden/iris.json} or {@code data/single}
     * @throws TestAbortedException where it is not there, which skips the calling test
     */
    public static Path require(String relative) {
        return find(relative).orElseThrow(() -> {
            String reason = "Skipped what needs " + relative + ": no shared files beside the project (VERISIM_SHARED)";
            if (TOLD.compareAndSet(false, true)) {
                System.out.println(reason);
            }
            return new TestAbortedException(reason);
        });
    }

    /** A shared file or folder, where it is there. */
    public static Optional<Path> find(String relative) {
        return locate(relative).filter(Files::exists);
    }

    private static Optional<Path> locate(String relative) {
        String data = System.getenv("VERISIM_TEST_DATA");
        if (data != null && !data.isBlank() && (relative.equals("data") || relative.startsWith("data/"))) {
            return Optional.of(Path.of(data).resolve(relative.substring(Math.min(5, relative.length()))));
        }
        String shared = System.getenv("VERISIM_SHARED");
        if (shared != null && !shared.isBlank()) {
            return Optional.of(Path.of(shared).resolve(relative));
        }
        return projectRoot().map(root -> root.resolveSibling("shared").resolve(relative));
    }

    /** The folder of the parent pom, found by walking up from the working directory. */
    public static Optional<Path> projectRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (isRoot(folder.resolve("pom.xml"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot(Path pom) {
        try {
            return Files.isRegularFile(pom) && Files.readString(pom).contains("<modules>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
