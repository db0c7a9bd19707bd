package io.verisim.distributor.target.file;

import io.verisim.distributor.target.LoadRequest;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file in the export folder: never outside of it, never over another, and there only when complete. */
final class Export {

    private final LoadRequest request;
    private final Path folder;
    private final Path file;

    private Export(LoadRequest request, Path folder, Path file) {
        this.request = request;
        this.folder = folder;
        this.file = file;
    }

    /**
     * Where the setting says.
     *
     * @throws VerisimException CONFIGURATION where exports are off, or the path leads out of the folder
     */
    static Export of(LoadRequest request, String path) {
        Path folder = request.surroundings().exports();
        if (folder.toString().isEmpty()) {
            throw VerisimException.configuration(
                    "EXPORT_OFF",
                    "Target '" + request.settings().name() + "' has a path, but the distributor has no export folder.",
                    "Set verisim.distributor.exports (VERISIM_EXPORTS) to a folder, or leave the path out.");
        }
        try {
            Path root = Files.createDirectories(folder).toRealPath();
            Path file = root.resolve(path).normalize();
            if (!file.startsWith(root) || file.equals(root)) {
                throw outside(request);
            }
            Path parent = Files.createDirectories(file.getParent()).toRealPath();
            if (!parent.startsWith(root)) {
                throw outside(request);
            }
            return new Export(request, root, parent.resolve(file.getFileName()));
        } catch (InvalidPathException e) {
            throw outside(request);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the export folder " + folder, e);
        }
    }

    private static VerisimException outside(LoadRequest request) {
        return request.settings().wrong("path", "must name a file inside the export folder");
    }

    /** As a person would name it: relative to the folder. */
    String place() {
        return folder.relativize(file).toString();
    }

    /**
     * Puts a copy in place.
     *
     * @param manifest whether the dataset's manifest goes beside it
     * @return whether the very same file was there already
     */
    boolean copy(Path source, boolean manifest) throws IOException {
        boolean repeated = put(source, file);
        if (manifest && !request.dataset().manifest().isEmpty()) {
            Path text = Files.writeString(
                    request.surroundings().scratch().resolve("manifest-for-export.json"),
                    request.dataset().manifest());
            put(text, file.resolveSibling(file.getFileName() + ".manifest.json"));
        }
        return repeated;
    }

    private boolean put(Path source, Path target) throws IOException {
        Path aside = target.resolveSibling("." + target.getFileName() + "-" + request.task() + ".part");
        Files.deleteIfExists(aside);
        try {
            Files.copy(source, aside);
            // a link, unlike a move, fails where the name is taken
            Files.createLink(target, aside);
            return false;
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(target) && Files.mismatch(source, target) < 0) {
                return true;
            }
            throw VerisimException.configuration(
                    "EXPORT_EXISTS",
                    "The export folder holds another file '" + folder.relativize(target) + "' already.",
                    "Choose another path for target '" + request.settings().name() + "', or remove that file.");
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
