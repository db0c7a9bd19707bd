package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.cli.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with small programs in place of the platform's. */
@Timeout(60)
class SupervisorTest {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final List<String> LASTING = List.of("sleep", "600");
    private static final List<String> FAILING = List.of("sh", "-c", "exit 7");

    private final ConcurrentLinkedQueue<Process> started = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Home home;
    private @Nullable Supervisor supervisor;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = Home.open(folder);
    }

    @AfterEach
    void end() {
        if (supervisor != null) {
            supervisor.stop();
        }
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatIsKilledComesBackAndTheListSaysSo() throws Exception {
        Supervisor running =
                supervise(Duration.ofMillis(10), part("base", null, LASTING), part("top", "base", LASTING));
        running.allReady().get(15, TimeUnit.SECONDS);
        assertThat(entry("top").state()).isEqualTo(ProcessList.READY);
        long before = pid(entry("top"));
        long base = pid(entry("base"));

        ProcessHandle.of(before).orElseThrow().destroyForcibly();

        Await.that(
                "restart",
                LIMIT,
                () -> entry("top").restarts() == 1 && entry("top").state().equals("ready"));
        assertThat(pid(entry("top"))).isNotEqualTo(before);
        assertThat(running.jvms().keySet()).containsExactly("base", "top");
        assertThat(Optional.ofNullable(running.jvms().get("top")).orElseThrow().pid())
                .isEqualTo(pid(entry("top")));
        assertThat(entry("base"))
                .satisfies(entry -> assertThat(entry.restarts()).isZero())
                .satisfies(entry -> assertThat(pid(entry)).isEqualTo(base));
        assertThat(running.failure()).isNotDone();
    }

    @Test
    void whatNeedsAnotherWaitsForIt() throws Exception {
        AtomicBoolean baseIsReady = new AtomicBoolean();
        Part base = new Part(
                "base", log("base"), null, null, () -> new Part.Run(launch("base", LASTING), baseIsReady::get));
        Supervisor running = supervise(Duration.ofMillis(10), part("top", "base", LASTING), base);
        Await.that("start of the base", LIMIT, () -> entry("base").pid() != null);
        assertThat(entry("top").pid()).isNull();
        assertThat(running.allReady()).isNotDone();

        baseIsReady.set(true);

        running.allReady().get(15, TimeUnit.SECONDS);
        assertThat(entry("top").pid()).isNotNull();
    }

    @Test
    void whatNeverGetsReadyIsGivenUpWithItsNameAndExitCode() throws Exception {
        Supervisor running = supervise(Duration.ofMillis(1), part("base", null, LASTING), part("top", "base", FAILING));
        Supervisor.GivenUp failure = running.failure().get(15, TimeUnit.SECONDS);
        assertThat(failure.sentence())
                .isEqualTo("The process 'top' ended 3 times without getting ready (exit code 7).");
        assertThat(failure.part().log()).isEqualTo(log("top"));
        assertThat(running.allReady()).isNotDone();
    }

    @Test
    void stoppingDuringARestartStartsNothingAndLeavesNothing() throws Exception {
        Supervisor running =
                supervise(Duration.ofSeconds(2), part("base", null, LASTING), part("top", "base", LASTING));
        running.allReady().get(15, TimeUnit.SECONDS);
        ProcessHandle.of(pid(entry("top"))).orElseThrow().destroyForcibly();
        Await.that("death", LIMIT, () -> entry("top").state().equals(ProcessList.RESTARTING));
        assertThat(entry("top").pid()).isNull();

        running.stop();

        assertThat(started).hasSize(2).allMatch(process -> !process.isAlive());
        assertThat(stopped).isTrue();
        assertThat(ProcessList.read(home)).isEmpty();
    }

    private Supervisor supervise(Duration delay, Part... parts) {
        RestartPolicy policy = new RestartPolicy(List.of(delay), Duration.ofMinutes(1), 10);
        Supervisor begun = Supervisor.start(
                home, List.of(parts), policy, new Supervisor.Besides(() -> {}, () -> stopped.set(true)));
        supervisor = begun;
        return begun;
    }

    private Part part(String name, @Nullable String needs, List<String> command) {
        return new Part(name, log(name), needs, null, () -> {
            PlatformProcess process = launch(name, command);
            return new Part.Run(process, () -> command.equals(LASTING));
        });
    }

    private PlatformProcess launch(String name, List<String> command) throws IOException {
        Process process = new ProcessBuilder(new ArrayList<>(command)).start();
        started.add(process);
        return new PlatformProcess(name, process, false, log(name));
    }

    private Path log(String name) {
        return home.logs().resolve(name + ".log");
    }

    private ProcessList.Entry entry(String name) throws IOException {
        return ProcessList.read(home).orElseThrow().processes().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long pid(ProcessList.Entry entry) {
        return Optional.ofNullable(entry.pid()).orElseThrow();
    }
}
