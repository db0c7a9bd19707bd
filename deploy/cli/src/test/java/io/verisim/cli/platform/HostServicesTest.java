package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.cli.home.Home;
import io.verisim.embedded.home.LiveProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services host as a process of its own. */
class HostServicesTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private @Nullable PlatformProcess host;

    @AfterEach
    void end() {
        if (host != null) {
            host.process().destroyForcibly();
        }
    }

    @Test
    void itEndsWhereItsDatabaseIsKilledAndLeavesNoDatabaseWhereItIsToldToEndWhileItStarts(@TempDir Path folder)
            throws Exception {
        Home home = Home.open(folder);
        Process first = start(home, HostServices.Choice.WHERE_FREE);
        ServicesFile told =
                Await.answer("address", LIMIT, () -> ServicesFile.read(home).orElse(null));
        assertThat(told.pid()).isEqualTo(first.pid());

        database(home).destroyForcibly();

        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isEqualTo(1);

        Process second = start(home, HostServices.Choice.THE_SAME);
        ProcessHandle starting = Await.answer("database", LIMIT, () -> running(home));
        assertThat(ServicesFile.read(home))
                .hasValueSatisfying(file -> assertThat(file).isEqualTo(told));

        second.destroy();

        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        LiveProcess.end(starting).orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(pidFile(home)).doesNotExist();
    }

    private Process start(Home home, HostServices.Choice ports) throws IOException {
        PlatformProcess started = PlatformProcess.servicesHost(home, ports);
        host = started;
        return started.process();
    }

    private static @Nullable ProcessHandle running(Home home) throws IOException {
        ProcessHandle database = database(home);
        return LiveProcess.runs(database) ? database : null;
    }

    private static ProcessHandle database(Home home) throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(pidFile(home)).getFirst().strip()))
                .orElseThrow();
    }

    private static Path pidFile(Home home) {
        return home.services().resolve("postgres/data/postmaster.pid");
    }
}
