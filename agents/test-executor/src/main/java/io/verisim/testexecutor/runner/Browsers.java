package io.verisim.testexecutor.runner;

import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a Chromium on this machine. */
public final class Browsers {

    /** The headless shell first: without a window of its own it takes half the processor time. */
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/lib/chromium/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/opt/google/chrome/chrome");

    private static final List<String> IN_CACHE = List.of(
            "chrome-headless-shell-linux64/chrome-headless-shell",
            "chrome-linux/headless_shell",
            "chrome-linux64/chrome",
            "chrome-linux/chrome");

    private Browsers() {}

    /**
     * The browser to use: the given one, one at a usual place, or the newest that Playwright has fetched.
     *
     * @throws VerisimException INTEGRATION {@code BROWSER_MISSING} where there is none
     */
    public static Path find(@Nullable Path given) {
        if (given != null) {
            if (Files.isExecutable(given)) {
                return given;
            }
            throw missing("There is no browser at the place that VERISIM_CHROMIUM names.");
        }
        return USUAL.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .or(Browsers::ofPlaywright)
                .orElseThrow(() -> missing("There is no Chromium on this machine."));
    }

    private static Optional<Path> ofPlaywright() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(cache)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("chromium"))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(entry -> IN_CACHE.stream().map(entry::resolve))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static VerisimException missing(String what) {
        return VerisimException.integration(
                "BROWSER_MISSING",
                what,
                "Install Chromium (Debian: apt-get install chromium), or let VERISIM_CHROMIUM name one.",
                null);
    }
}
