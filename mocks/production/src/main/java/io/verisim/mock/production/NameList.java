package io.verisim.mock.production;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names from a resource, the common ones first; lines that begin with a number sign are its source and licence. */
final class NameList {

    private final List<String> names;

    private NameList(List<String> names) {
        this.names = names;
    }

    static NameList load(String resource) {
        try (InputStream in = NameList.class.getResourceAsStream("/verisim/production/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("Resource " + resource + " is not in this jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new NameList(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String draw(Dice dice) {
        return names.get(dice.ranked(names.size()));
    }
}
