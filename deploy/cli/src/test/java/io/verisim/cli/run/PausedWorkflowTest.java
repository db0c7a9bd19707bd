package io.verisim.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.platform.Await;
import io.verisim.cli.platform.Platform;
import io.verisim.cli.platform.TestPlatforms;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.mock.production.TelecomCustomers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A pause is real: within two seconds nobody works for the workflow, and nothing that was finished is done again. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PausedWorkflowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    /** What the requirement allows. */
    private static final Duration EFFECTIVE = Duration.ofSeconds(2);
    /** How long nothing may happen after that. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** Small chunks, so that there are many. */
    private static final String CHUNK_BLOCKS = "VERISIM_SYNTHESIZER_CHUNK_BLOCKS";

    private static final int ROWS = 100_000;
    private static final String TABLE = "paused";

    private Path folder;
    private ServiceConnections servers;
    private Platform platform;
    private OrchestratorClient client;
    private S3Client objects;

    @BeforeAll
    void start(@TempDir Path directory, TestServices services) throws IOException {
        folder = directory;
        System.setProperty(CHUNK_BLOCKS, "1");
        servers = services.freshConnections();
        platform = TestPlatforms.on(Home.open(directory.resolve("home")), servers);
        client = new OrchestratorClient(platform.url());
        ObjectsConnection store = servers.objects();
        objects = S3Client.builder()
                .region(Region.of(store.region()))
                .endpointOverride(store.endpoint())
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
                .build();
    }

    @AfterAll
    void stop() {
        System.clearProperty(CHUNK_BLOCKS);
        if (objects != null) {
            objects.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void aPausedWorkflowIsLeftAloneAndGoesOnWhereItStopped() throws Exception {
        String workflow = start(Map.of("rows", ROWS, "seed", 1));

        Await.that("first chunk", PATIENCE, () -> doneChunks(workflow) >= 1);
        pause(workflow);
        Map<String, Instant> whenPaused = new HashMap<>(assertLeftAlone(workflow));
        List<String> takenBack = notDone(workflow);
        whenPaused.keySet().removeIf(artifact -> takenBack.stream().anyMatch(artifact::contains));
        assertThat(whenPaused).isNotEmpty();
        long chunks = doneChunks(workflow);

        client.post("api/v1/workflows/" + workflow + "/resume", Map.of());
        Await.that("load that runs", PATIENCE, () -> runs(workflow, "load"));
        assertThat(doneChunks(workflow)).isGreaterThan(chunks);
        pause(workflow);
        assertLeftAlone(workflow);
        assertThat(loadedRows()).isZero();

        client.post("api/v1/workflows/" + workflow + "/resume", Map.of());
        Await.that("end", PATIENCE, () -> status(workflow).equals("COMPLETED"));
        assertThat(loadedRows()).isEqualTo(ROWS);
        assertThat(artifacts(workflow)).containsAllEntriesOf(whenPaused);
    }

    @Test
    void anAbortedWorkflowIsLeftAlone() throws Exception {
        String workflow = start(Map.of("rows", ROWS, "seed", 2));
        Await.that("first chunk", PATIENCE, () -> doneChunks(workflow) >= 1);
        client.post("api/v1/workflows/" + workflow + "/abort", Map.of());
        assertThat(status(workflow)).isEqualTo("ABORTED");
        assertLeftAlone(workflow);
    }

    private String start(Map<String, Object> synthesis) throws IOException, InterruptedException {
        Path source = folder.resolve("customers.csv");
        if (!Files.exists(source)) {
            TelecomCustomers.write(source, 1_000, 1);
        }
        return client.start(
                Map.of(
                        "name",
                        "To be paused",
                        "synthesis",
                        synthesis,
                        "targets",
                        List.of(Map.of(
                                "name",
                                "crm",
                                "type",
                                "postgres",
                                "table",
                                TABLE,
                                "mode",
                                "truncate_insert",
                                "credentials",
                                "target")),
                        "skipStages",
                        List.of("build_tests", "execute_tests", "report")),
                source);
    }

    private void pause(String workflow) {
        client.post("api/v1/workflows/" + workflow + "/pause", Map.of());
        assertThat(status(workflow)).isEqualTo("PAUSED");
    }

    /** From two seconds after now: no thread works, no connection is used, nothing is written. */
    private Map<String, Instant> assertLeftAlone(String workflow) throws Exception {
        long limit = System.nanoTime() + EFFECTIVE.toNanos();
        while (!workers().isEmpty()) {
            assertThat(System.nanoTime()).as("two seconds after: %s", workers()).isLessThan(limit);
        }
        Map<String, Instant> before = artifacts(workflow);
        long end = System.nanoTime() + QUIET.toNanos();
        int looks = 0;
        int busy = 0;
        while (System.nanoTime() - end < 0) {
            assertThat(workers()).isEmpty();
            assertThat(artifacts(workflow)).isEqualTo(before);
            assertThat(connectionsOfTheLoader()).isZero();
            busy += busyConnectionsOfTheOrchestrator();
            looks++;
        }
        // Its timers look into the database now and then; nothing is kept open in between.
        assertThat(busy).as("busy connections in %d looks", looks).isLessThan(looks);
        assertThat(count(servers.orchestrator(), "SELECT count(*) FROM tasks WHERE status IN ('PENDING', 'RUNNING')"))
                .isZero();
        assertThat(count(
                        servers.orchestrator(),
                        "SELECT count(*) FROM scheduled_tasks WHERE task_name IN ('retry', 'default-answer')"))
                .isZero();
        return before;
    }

    /** What threads do that are in a task. */
    private static List<String> workers() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals("io.verisim.agent.app.TaskRun")))
                .map(Arrays::toString)
                .toList();
    }

    private String status(String workflow) {
        return client.get("api/v1/workflows/" + workflow).path("status").asString();
    }

    private long doneChunks(String workflow) {
        return tasks(workflow, "sample", "DONE");
    }

    private boolean runs(String workflow, String taskType) {
        return tasks(workflow, taskType, "RUNNING") > 0;
    }

    /** Tasks that a pause took back; what they had written already is written again. */
    private List<String> notDone(String workflow) {
        return client.get("api/v1/workflows/" + workflow)
                .path("tasks")
                .valueStream()
                .filter(task -> !task.path("status").asString().equals("DONE"))
                .map(task -> task.path("id").asString())
                .toList();
    }

    private long tasks(String workflow, String taskType, String status) {
        return client.get("api/v1/workflows/" + workflow)
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("taskType").asString().equals(taskType))
                .filter(task -> task.path("status").asString().equals(status))
                .count();
    }

    /** When each artifact of a workflow was written last; a second write of the same content would show. */
    private Map<String, Instant> artifacts(String workflow) {
        String prefix = "workflows/" + workflow + "/";
        return objects
                .listObjectsV2Paginator(
                        request -> request.bucket(servers.objects().bucket()).prefix(prefix))
                .contents()
                .stream()
                .filter(object -> !object.key().startsWith(prefix + "checkpoints/"))
                .collect(Collectors.toMap(S3Object::key, S3Object::lastModified));
    }

    private int loadedRows() throws SQLException {
        DatabaseConnection loader = servers.target().loader();
        return count(loader, "SELECT count(*) FROM information_schema.tables WHERE table_name = '" + TABLE + "'") == 0
                ? 0
                : count(loader, "SELECT count(*) FROM \"" + TABLE + "\"");
    }

    private int connectionsOfTheLoader() throws SQLException {
        return count(
                servers.orchestrator(),
                "SELECT count(*) FROM pg_stat_activity WHERE usename = '"
                        + servers.target().loader().username() + "'");
    }

    private int busyConnectionsOfTheOrchestrator() throws SQLException {
        return count(
                servers.orchestrator(),
                "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state <> 'idle' AND usename = '"
                        + servers.orchestrator().username() + "'");
    }

    private static int count(DatabaseConnection database, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
