package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file in YAML or JSON that says what is to be done. */
final class ConfigurationFile {

    private static final long MAX_BYTES = 1 << 20;

    private ConfigurationFile() {}

    /**
     * The document in a file.
     *
     * @throws NoSuchFileException where there is no file
     * @throws CommandFailure where it holds no document, or is longer than a mebibyte
     */
    static Map<String, Object> read(@Nullable Path file) throws IOException {
        Path path = file == null ? Path.of("") : file;
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.size(path) > MAX_BYTES) {
            throw malformed(path, "it is longer than " + MAX_BYTES + " bytes", null);
        }
        try {
            return new YAMLMapper().readValue(Files.readAllBytes(path), new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw malformed(path, e.getOriginalMessage(), e);
        }
    }

    /** The file that an entry of a document names, relative to the document's own. */
    static Path beside(Path path, Map<String, Object> document, String entry) throws IOException {
        if (!(document.get(entry) instanceof String name)) {
            throw malformed(path, "its entry '" + entry + "' does not name a file", null);
        }
        Path resolved = path.toAbsolutePath().resolveSibling(name);
        if (Files.notExists(resolved)) {
            throw new NoSuchFileException(resolved.toString());
        }
        return resolved;
    }

    private static CommandFailure malformed(Path path, String why, @Nullable Throwable cause) {
        return new CommandFailure(
                Exit.CONFIGURATION,
                "CONFIGURATION_MALFORMED",
                "The configuration " + path + " cannot be used: " + why + ".",
                "Correct the file; docs/running.md shows one.",
                cause);
    }
}
