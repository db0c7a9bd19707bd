package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.home.LiveProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The process form, started once: who runs, what agents see of the disk, and what they cannot log in to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ProcessFormTest {

    private static final List<String> AGENTS =
            List.of("data-processor", "synthesizer", "distributor", "test-case-builder", "test-executor");

    /** Password wrong, role unknown to the rules of the server, role without the right to connect. */
    private static final Set<String> REFUSALS = Set.of("28P01", "28000", "42501");

    private Home home;
    private ProcessPlatform platform;
    private Map<String, ProcessHandle> jvms;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(MountNamespace.available(), "bubblewrap does not work here, so agents have no disk of their own");
        home = Home.open(folder.resolve("home"));
        platform = ProcessPlatform.start(home, PlatformOptions.defaults().withPort(0));
        jvms = platform.jvms();
    }

    @AfterAll
    void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void sevenProcessesRun() {
        List<String> names = new ArrayList<>(List.of("services", "orchestrator"));
        names.addAll(AGENTS);
        assertThat(jvms.keySet()).containsExactlyElementsOf(names);
        assertThat(jvms.values()).allMatch(ProcessHandle::isAlive);
        assertThat(jvms.values().stream().map(ProcessHandle::pid)).doesNotHaveDuplicates();
        assertThat(jvms.values())
                .allSatisfy(jvm -> assertThat(jvm.info().command().orElse("")).endsWith("java"));
    }

    @Test
    void allFiveAgentsAreOnline() {
        JsonNode agents =
                new OrchestratorClient(platform.url()).get("/api/v1/agents").path("agents");
        assertThat(agents.valueStream()
                        .filter(agent -> agent.path("status").asString("").equals("ONLINE"))
                        .map(agent -> agent.path("name").asString("")))
                .containsExactlyInAnyOrderElementsOf(AGENTS);
    }

    @Test
    void ofTheHomeAnAgentSeesItsOwnWorkingDirectoryOnly() throws IOException {
        assertThat(names(home.path())).contains("services", "logs", "work", "jira");
        for (String agent : AGENTS) {
            assertThat(names(seenBy(agent, home.path()))).as(agent).containsExactly("work");
            assertThat(names(seenBy(agent, home.path().resolve("work")))).containsExactly(agent);
        }
        for (String agent : List.of("data-processor", "synthesizer", "distributor", "test-case-builder")) {
            assertThat(names(seenBy(agent, home.work(agent)))).as(agent).isEmpty();
        }
    }

    @Test
    void whatAnAgentWritesNoOtherAgentSees() throws IOException {
        for (String writer : AGENTS) {
            List<Path> places = List.of(home.work(writer), Path.of("/tmp"), Path.of("/dev/shm"));
            for (Path place : places) {
                Path written = place.resolve("written-by-" + writer);
                Files.writeString(seenBy(writer, written), writer);
                for (String other : AGENTS) {
                    assertThat(Files.exists(seenBy(other, written)))
                            .as("%s sees %s", other, written)
                            .isEqualTo(other.equals(writer));
                }
                Files.delete(seenBy(writer, written));
            }
        }
    }

    @Test
    void theSystemIsReadOnlyForAnAgent() {
        for (String agent : AGENTS) {
            for (String system : List.of("/", "/usr", "/var/lib", System.getProperty("java.home"))) {
                assertThat(Files.isWritable(seenBy(agent, Path.of(system))))
                        .as("%s writes to %s", agent, system)
                        .isFalse();
            }
        }
    }

    @Test
    void noCredentialOfAnAgentOpensTheOrchestratorsDatabase() throws IOException, SQLException {
        DatabaseConnection database = platform.services().connections().orchestrator();
        try (Connection right = connect(database.jdbcUrl(), database.username(), database.password())) {
            assertThat(right.isValid(1)).isTrue();
        }
        for (String agent : AGENTS) {
            Map<String, String> environment = environment(agent);
            assertThat(environment.values())
                    .as(agent)
                    .noneMatch(value -> value.contains(database.password()) || value.contains(database.username()));
            Set<String> users = values(environment, "USER", "USERNAME", "ACCESS_KEY");
            Set<String> secrets = values(environment, "PASSWORD", "SECRET_KEY", "TOKEN");
            assertThat(users).as(agent).hasSizeGreaterThanOrEqualTo(2);
            assertThat(secrets).as(agent).hasSizeGreaterThanOrEqualTo(2);
            users.add(database.username());
            for (String user : users) {
                for (String secret : secrets) {
                    assertThatThrownBy(() -> connect(database.jdbcUrl(), user, secret))
                            .as("%s as %s", agent, user)
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    e -> assertThat(REFUSALS).contains(e.getSQLState()));
                }
            }
        }
    }

    @Test
    void theDistributorsRoleWorksOnTheTarget() throws IOException, SQLException {
        Map<String, String> environment = environment("distributor");
        try (Connection connection = connect(
                        environment.getOrDefault("VERISIM_CREDENTIALS_TARGET_URL", ""),
                        environment.getOrDefault("VERISIM_CREDENTIALS_TARGET_USERNAME", ""),
                        environment.getOrDefault("VERISIM_CREDENTIALS_TARGET_PASSWORD", ""));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"proof\" (\"id\" integer)");
            assertThat(statement.executeUpdate("INSERT INTO \"proof\" VALUES (1), (2)"))
                    .isEqualTo(2);
            statement.execute("DROP TABLE \"proof\"");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void closingLeavesNoProcessBehind() throws IOException {
        List<ProcessHandle> all = new ArrayList<>(jvms.values());
        jvms.values().forEach(jvm -> jvm.descendants().forEach(all::add));
        ProcessHandle.current().descendants().forEach(all::add);
        Path pid = home.services().resolve("postgres/data/postmaster.pid");
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .ifPresent(all::add);
        long begin = System.nanoTime();
        platform.close();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(30);
        for (ProcessHandle process : all) {
            LiveProcess.end(process).orTimeout(10, TimeUnit.SECONDS).join();
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", platform.url().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private long pid(String agent) {
        return Optional.ofNullable(jvms.get(agent)).orElseThrow().pid();
    }

    private Path seenBy(String agent, Path path) {
        return Path.of("/proc/" + pid(agent) + "/root" + path.toAbsolutePath());
    }

    private Map<String, String> environment(String agent) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        String text = Files.readString(Path.of("/proc/" + pid(agent) + "/environ"), StandardCharsets.UTF_8);
        for (String entry : text.split("\0")) {
            String[] parts = entry.split("=", 2);
            if (parts.length == 2 && parts[0].startsWith("VERISIM_")) {
                environment.put(parts[0], parts[1]);
            }
        }
        return environment;
    }

    private static Set<String> values(Map<String, String> environment, String... endings) {
        Set<String> values = new LinkedHashSet<>();
        environment.forEach((name, value) -> {
            if (Stream.of(endings).anyMatch(ending -> name.endsWith("_" + ending))) {
                values.add(value);
            }
        });
        return values;
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
