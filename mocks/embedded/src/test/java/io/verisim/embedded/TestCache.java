package io.verisim.embedded;

import java.nio.file.Path;

/** The cache of programs that the tests share. */
public final class TestCache {

    private TestCache() {}

    public static Path programs() {
        return EmbeddedHome.programs(System.getenv());
    }
}
