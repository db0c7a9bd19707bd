package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verisim.cli.Verisim;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import io.verisim.embedded.home.LiveProcess;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * The process form while an operator kills one process after another. One workflow is in flight all the time: its load
 * waits for a lock that the test holds, until the services host, and with it the lock, is killed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class KilledProcessesTest {

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final int ROWS = 200;
    private static final Set<String> ENDS = Set.of("COMPLETED", "FAILED", "ABORTED", "PAUSED");

    private Home home;
    private ProcessPlatform platform;
    private OrchestratorClient client;
    private ServicesProbe probe;
    private @Nullable Connection lock;
    private String workflow = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(MountNamespace.available(), "bubblewrap does not work here, so agents have no disk of their own");
        home = Home.open(folder.resolve("home"));
        long begin = System.nanoTime();
        platform = ProcessPlatform.start(
                home, PlatformOptions.defaults().withPort(0).withWarmSandboxes(0));
        measured("start of all seven", begin);
        client = new OrchestratorClient(platform.url());
        probe = new ServicesProbe(platform.services());
        lock = lockedTable();
        workflow = client.start(configuration(), source(folder.resolve("customers.csv")));
        Await.that("load in flight", BACK, this::isLoading);
    }

    @AfterAll
    void stop() throws SQLException {
        if (lock != null) {
            lock.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    @Order(1)
    void theListNamesTheJvmsThatRun() throws IOException {
        assertThat(entries().keySet())
                .containsExactlyInAnyOrderElementsOf(platform.jvms().keySet());
        platform.jvms().forEach((name, jvm) -> assertThat(pids()).containsEntry(name, jvm.pid()));
        assertThat(entries().values()).allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo(ProcessList.READY);
            assertThat(entry.restarts()).isZero();
            assertThat(ProcessHandle.of(Optional.ofNullable(entry.pid()).orElseThrow())
                            .orElseThrow()
                            .info()
                            .command()
                            .orElse(""))
                    .endsWith("java");
        });
    }

    @Test
    @Order(1)
    void statusShowsTheListAlsoAsADocument() throws IOException {
        try (RunningInstance instance = RunningInstance.acquire(home)) {
            instance.announce(platform.url());
            JsonNode document = MessageCodec.mapper().readTree(status("--json"));
            assertThat(document.path("processes")).hasSize(7).allSatisfy(entry -> {
                assertThat(entry.path("pid").asLong())
                        .isEqualTo(pids().get(entry.path("name").asString()));
                assertThat(entry.path("state").asString()).isEqualTo("ready");
                assertThat(entry.path("restarts").asInt()).isZero();
                assertThat(Instant.parse(entry.path("since").asString())).isBefore(Instant.now());
            });
            assertThat(document.path("agents")).hasSize(5);
            assertThat(status().lines().map(String::strip))
                    .contains("synthesizer        ready      " + pids().get("synthesizer"));
        }
    }

    private String status(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("status", "--home", home.path().toString()));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        CommandLine line = Verisim.commandLine();
        line.setOut(new PrintWriter(out));
        assertThat(line.execute(arguments.toArray(String[]::new)))
                .as(out::toString)
                .isZero();
        return out.toString();
    }

    @Test
    @Order(2)
    void aKilledAgentIsBackAndOnline() throws Exception {
        assertStillInFlight();
        Map<String, Long> before = pids();
        Set<String> known = online("distributor").keySet();
        List<Path> scratch = scratch("distributor");
        assertThat(scratch).isNotEmpty();

        kill("distributor");

        assertThat(scratch("distributor")).doesNotContainAnyElementsOf(scratch);

        assertOnlyThisOneHasChanged("distributor", before);
        assertThat(online("distributor").keySet()).anyMatch(instance -> !known.contains(instance));
    }

    @Test
    @Order(3)
    void aKilledOrchestratorAnswersAgainOnItsPort() throws Exception {
        assertStillInFlight();
        Map<String, Long> before = pids();

        kill("orchestrator");

        assertOnlyThisOneHasChanged("orchestrator", before);
        assertThat(client.get("/api/v1/workflows/" + workflow).path("id").asString())
                .isEqualTo(workflow);
    }

    @Test
    @Order(4)
    void aKilledServicesHostIsBackOnItsPortsWithItsCredentialsAndAllItKept() throws Exception {
        assertStillInFlight();
        String issue = probe.leave();
        Services services = platform.services();
        Map<String, Long> before = pids();
        Instant killed = Instant.now();
        long begin = System.nanoTime();

        kill("services");

        assertOnlyThisOneHasChanged("services", before);
        assertThat(platform.services()).isEqualTo(services);
        assertThat(probe.message()).isEqualTo("kept");
        assertThat(probe.object()).isEqualTo("kept");
        assertThat(probe.issue(issue)).isEqualTo("kept");
        assertThat(probe.signIn()).isEqualTo(303);
        Await.that("sign of life of every agent", BACK, () -> {
            Instant ready =
                    Optional.ofNullable(entries().get("services")).orElseThrow().since();
            assertThat(ready).isAfter(killed);
            return before.keySet().stream()
                    .filter(name -> !Set.of("services", "orchestrator").contains(name))
                    .allMatch(name -> online(name).values().stream().anyMatch(seen -> seen.isAfter(ready)));
        });
        measured("all agents heard of again", begin);
    }

    @Test
    @Order(5)
    void theWorkflowUnderAllThatEndsAndItsRowsAreThereOnce() throws Exception {
        long begin = System.nanoTime();
        Await.that(
                "end of the workflow",
                BACK,
                () -> ENDS.contains(workflow().path("status").asString()));
        measured("workflow after the services were back", begin);
        assertThat(workflow().path("status").asString())
                .as(() -> workflow().toPrettyString())
                .isEqualTo("COMPLETED");
        assertThat(probe.number("SELECT count(*) FROM twins")).isEqualTo(ROWS);
        assertThat(probe.number("SELECT count(*) FROM verisim_load")).isEqualTo(1);
        assertThat(probe.number("SELECT rows FROM verisim_load")).isEqualTo(ROWS);
    }

    @Test
    @Order(6)
    void whatHoldsSecretsIsReadByTheOwnerOnly() throws IOException {
        for (String file : List.of("connections.json", "secrets/embedded.properties")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.services().resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
        String list = Files.readString(home.path().resolve("processes.json"));
        assertThat(list)
                .doesNotContain(
                        platform.services().jiraToken(), platform.services().crmPassword());
    }

    @Test
    @Order(7)
    void stoppingDuringARestartLeavesNothing() throws Exception {
        List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle.current().descendants().forEach(all::add);
        Path pid = home.services().resolve("postgres/data/postmaster.pid");
        ProcessHandle database = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .orElseThrow();
        all.add(database);
        for (String name : List.of("synthesizer", "services")) {
            Optional.ofNullable(platform.jvms().get(name)).orElseThrow().destroyForcibly();
        }
        Await.that("death of the services host", BACK, () -> state("services").equals(ProcessList.RESTARTING));
        assertThat(database.isAlive()).isTrue();
        long begin = System.nanoTime();

        platform.close();

        measured("stop", begin);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(30);
        ProcessHandle.current().descendants().forEach(all::add);
        for (ProcessHandle process : all) {
            LiveProcess.end(process).orTimeout(10, TimeUnit.SECONDS).join();
        }
        assertThat(ProcessList.read(home)).isEmpty();
        assertThatThrownBy(() -> new Socket("127.0.0.1", platform.url().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private static void measured(String what, long begin) {
        System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }

    /** As {@code kill -9} does; returns once another process is ready in its place. */
    private void kill(String name) throws InterruptedException {
        long begin = System.nanoTime();
        ProcessHandle victim = Optional.ofNullable(platform.jvms().get(name)).orElseThrow();
        victim.destroyForcibly();
        Await.that("other " + name, BACK, () -> {
            ProcessList.Entry entry = Optional.ofNullable(entries().get(name)).orElseThrow();
            return entry.state().equals(ProcessList.READY)
                    && !Long.valueOf(victim.pid()).equals(entry.pid());
        });
        measured(name + " back after kill -9", begin);
    }

    private void assertOnlyThisOneHasChanged(String name, Map<String, Long> before) {
        Map<String, Long> after = pids();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((other, pid) -> {
            if (other.equals(name)) {
                assertThat(after).doesNotContainEntry(other, pid);
            } else {
                assertThat(after).containsEntry(other, pid);
            }
        });
    }

    private Map<String, ProcessList.Entry> entries() throws IOException {
        return ProcessList.read(home).orElseThrow().processes().stream()
                .collect(Collectors.toMap(ProcessList.Entry::name, entry -> entry));
    }

    private Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>();
        platform.jvms().forEach((name, jvm) -> pids.put(name, jvm.pid()));
        return pids;
    }

    private String state(String name) throws IOException {
        return Optional.ofNullable(entries().get(name)).orElseThrow().state();
    }

    private List<Path> scratch(String agent) throws IOException {
        try (Stream<Path> files = Files.list(home.work(agent))) {
            return files.toList();
        }
    }

    /** When each instance of an agent that is there was last heard of. */
    private Map<String, Instant> online(String agent) {
        return client.get("/api/v1/agents")
                .path("agents")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(agent)
                        && each.path("status").asString().equals("ONLINE"))
                .collect(Collectors.toMap(
                        each -> each.path("instance").asString(),
                        each -> Instant.parse(each.path("lastSeenAt").asString())));
    }

    private JsonNode workflow() {
        return client.get("/api/v1/workflows/" + workflow);
    }

    private boolean isLoading() {
        return workflow()
                .path("tasks")
                .valueStream()
                .anyMatch(task -> task.path("taskType").asString().equals("load")
                        && task.path("status").asString().equals("RUNNING"));
    }

    private void assertStillInFlight() {
        assertThat(workflow().path("status").asString()).isIn("DISTRIBUTING", "WAITING_RETRY");
    }

    private Connection lockedTable() throws SQLException {
        Connection connection = probe.target();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE twins (plan text, fee text, age text)");
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE twins IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    private static Map<String, Object> configuration() {
        return Map.of(
                "name",
                "Under fire",
                "synthesis",
                Map.of("model", "gaussian_copula", "seed", 7),
                "targets",
                List.of(Map.of(
                        "name",
                        "crm",
                        "type",
                        "postgres",
                        "table",
                        "twins",
                        "mode",
                        "append",
                        "credentials",
                        "target")),
                "skipStages",
                List.of("build_tests", "execute_tests", "report"));
    }

    private static Path source(Path file) throws IOException {
        List<String> plans = List.of("basic", "plus", "max");
        return Files.write(
                file,
                IntStream.rangeClosed(0, ROWS)
                        .mapToObj(i -> i == 0
                                ? "plan,fee,age"
                                : plans.get(i * i % plans.size()) + "," + (10 + i * 7 % 40) + ".50,"
                                        + (18 + i * 13 % 60))
                        .toList());
    }
}
