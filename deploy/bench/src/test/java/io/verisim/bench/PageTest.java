package io.verisim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    private Path folder;

    @Test
    void aNewSectionIsAddedAndAKnownOneReplaced() throws Exception {
        Path file = folder.resolve("benchmarks.md");
        Page page = new Page(file);

        page.put("speed", "slow");
        page.put("size", "small");
        page.put("speed", "fast");

        assertThat(Files.readString(file)).isEqualTo("""
                        # Benchmarks

                        <!-- begin speed -->
                        fast
                        <!-- end speed -->

                        <!-- begin size -->
                        small
                        <!-- end size -->
                        """);
    }
}
