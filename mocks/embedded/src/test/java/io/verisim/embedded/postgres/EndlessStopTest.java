package io.verisim.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndlessStopTest {

    private Process server;

    @BeforeEach
    void startSomethingThatStays() throws IOException {
        server = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        server.destroyForcibly();
    }

    @Test
    void aServerThatStopsForEverIsEnded(@TempDir Path folder) throws Exception {
        watch(folder, "stopping");
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatServesIsLeftAlone(@TempDir Path folder) throws Exception {
        watch(folder, "ready   ");
        assertThat(server.waitFor(2, TimeUnit.SECONDS)).isFalse();
    }

    private void watch(Path folder, String status) throws IOException {
        Path pidFile = Files.write(
                folder.resolve("postmaster.pid"),
                List.of(String.valueOf(server.pid()), "data", "0", "5432", "", "127.0.0.1", "0", status));
        new EndlessStop(pidFile, () -> Optional.of(server.toHandle()), Duration.ofMillis(700))
                .watchWhile(server::isAlive);
    }
}
