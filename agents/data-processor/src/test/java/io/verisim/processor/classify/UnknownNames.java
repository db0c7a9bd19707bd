package io.verisim.processor.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names that are not in the dictionaries, by locale and kind, such as {@code nl family}. */
final class UnknownNames {

    private UnknownNames() {}

    static Map<String, List<String>> load() {
        try (InputStream in = UnknownNames.class.getResourceAsStream("/verisim/classify/unknown-names.txt")) {
            if (in == null) {
                throw new IllegalStateException("unknown-names.txt is missing");
            }
            Map<String, List<String>> names = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(parts -> names.put(parts[0] + " " + parts[1], Arrays.asList(parts[2].split("; "))));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
