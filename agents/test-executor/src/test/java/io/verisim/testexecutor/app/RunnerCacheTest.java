package io.verisim.testexecutor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerCacheTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theGivenDirectoryIsTakenElseTheUsersCache() {
        assertThat(RunnerCache.find(folder.resolve("given"), null, "/nowhere")).isEqualTo(folder.resolve("given"));
        assertThat(RunnerCache.find(Path.of(""), folder.resolve("xdg").toString(), "/nowhere"))
                .isEqualTo(folder.resolve("xdg/verisim/runner"));
        assertThat(RunnerCache.find(null, null, folder.toString())).isEqualTo(folder.resolve(".cache/verisim/runner"));
    }

    @Test
    void nobodyElseCanWriteThere() throws IOException {
        Path found = RunnerCache.find(folder.resolve("given"), null, "/nowhere");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(found)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void whereTheCacheCannotBeWrittenOneForThisProcessIsMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Path found = RunnerCache.find(null, file.toString(), "/nowhere");

        assertThat(found).isDirectory().isWritable();
        Files.delete(found);
    }
}
