package io.verisim.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operating systems say where there is no room for what is written. */
final class NoSpace {

    private static final List<String> WORDS =
            List.of("No space left on device", "Disk quota exceeded", "File too large", "not enough space on the disk");

    private NoSpace() {}

    static boolean says(@Nullable String reason) {
        return reason != null && WORDS.stream().anyMatch(reason::contains);
    }

    /** @param file what there is no room for; null where that is unknown */
    static Problem problem(@Nullable String file) {
        return new Problem(
                "DISK_FULL",
                file == null
                        ? "There is no room left on the disk."
                        : "There is no room left for the file '" + file + "'.",
                "Free some space on the disk or raise its quota, or write elsewhere.",
                file == null ? Map.of() : Map.of("file", file),
                Exit.RESOURCE.code());
    }
}
