package io.verisim.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.cli.platform.Platform;
import io.verisim.cli.platform.Services;
import io.verisim.cli.platform.TestPlatforms;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.mock.production.TelecomCustomers;
import io.verisim.model.message.MessageCodec;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole workflows, from a table to comments and bugs in Jira, on one instance. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WholeWorkflowTest {

    private static final int ROWS = 3_000;
    private static final List<String> STAGES =
            List.of("profile", "synthesize", "distribute", "build_tests", "execute_tests", "report");

    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder;
    private Home home;
    private Platform platform;
    private OrchestratorClient client;
    private @Nullable String knownBug;

    @BeforeAll
    void start(@TempDir Path directory, TestServices servers) throws IOException {
        folder = directory;
        home = Home.open(directory.resolve("home"));
        platform = TestPlatforms.on(home, servers.freshConnections());
        client = new OrchestratorClient(platform.url());
    }

    @AfterAll
    void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    @Order(1)
    void theTelecomCycleEndsWithOneBugThatShowsTheDefect() throws Exception {
        JsonNode summary = telecom(1);
        assertAllStagesCompleted(summary);
        assertThat(summary.at("/sensitivity/sensitive").asInt()).isBetween(8, 14);
        assertThat(summary.at("/synthetic/rows").asInt()).isEqualTo(ROWS);
        assertThat(summary.at("/synthetic/quality/overallAllPairs").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(summary.at("/synthetic/quality/treeDetectorAuc").asDouble()).isLessThanOrEqualTo(0.80);
        assertThat(summary.at("/tests/total").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(Verdicts.of(summary, 1)).isEqualTo(Exit.OK);
        assertThat(rowsInTarget(TelecomCustomers.TABLE)).isEqualTo(ROWS);
        assertThat(summary.at("/jira/bugs")).hasSize(1);

        String bug = summary.at("/jira/bugs/0").asString();
        JsonNode fields = issue(bug);
        assertThat(fields.at("/issuetype/name").asString()).isEqualTo("Bug");
        assertThat(fields.at("/attachment"))
                .anySatisfy(file -> assertThat(file.path("mimeType").asString()).isEqualTo("image/png"));
        knownBug = bug;
    }

    @Test
    @Order(2)
    void theSameDefectSeenAgainIsACommentOnItsBug() throws Exception {
        assumeTrue(knownBug != null, "the first cycle opened no bug");
        String bug = String.valueOf(knownBug);
        int comments = issue(bug).at("/comment/comments").size();

        JsonNode summary = telecom(2);

        assertThat(Verdicts.of(summary, 1)).isEqualTo(Exit.OK);
        assertThat(summary.at("/jira/bugs")).isEmpty();
        assertThat(summary.at("/jira/commented").valueStream().map(JsonNode::asString))
                .contains(bug);
        assertThat(issue(bug).at("/comment/comments")).hasSize(comments + 1);
    }

    @Test
    @Order(3)
    void aRealTelecomTableGoesThroughWithScenariosThatFitAnyTable() throws Exception {
        JsonNode summary = real("telco_customer_churn.csv", null);
        assertThat(summary.at("/synthetic/rows").asInt()).isEqualTo(7_043);
        assertThat(summary.at("/synthetic/quality/treeDetectorAuc").asDouble()).isLessThanOrEqualTo(0.88);
        assertThat(rowsInTarget("telco_customer_churn")).isEqualTo(7_043);
    }

    @Test
    @Order(4)
    void aRealCensusTableGoesThroughWithScenariosThatFitAnyTable() throws Exception {
        JsonNode summary = real("adult_census.csv", 2_000);
        assertThat(summary.at("/synthetic/rows").asInt()).isEqualTo(2_000);
        assertThat(rowsInTarget("adult_census")).isEqualTo(2_000);
    }

    private JsonNode telecom(long seed) throws IOException, InterruptedException {
        Path source = folder.resolve("customers-" + seed + ".csv");
        TelecomCustomers.write(source, ROWS, seed);
        return run(source, DemoConfiguration.of("telecom", null, "latent_mixture", null, seed, services()));
    }

    private JsonNode real(String file, @Nullable Integer rows) throws IOException, InterruptedException {
        Path source = SharedFiles.require("data/single/" + file);
        JsonNode summary = run(source, DemoConfiguration.of("telecom", source, "latent_mixture", rows, 7, services()));
        assertAllStagesCompleted(summary);
        assertThat(summary.at("/synthetic/quality/overallAllPairs").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(summary.at("/tests/total").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(Verdicts.of(summary, 1)).isEqualTo(Exit.OK);
        return summary;
    }

    private JsonNode run(Path source, Map<String, Object> configuration) throws IOException, InterruptedException {
        String workflow = client.start(configuration, source);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Console console = new Console(out, out, false, false);
        JsonNode ended = new WorkflowFollower(client, console).follow(workflow);
        JsonNode summary = Results.copy(client, home, workflow);
        Verdicts.say(console, summary, ended, home);
        for (JsonNode copy : summary.path("artifacts")) {
            assertThat(Path.of(copy.asString())).isNotEmptyFile();
        }
        return summary;
    }

    private static void assertAllStagesCompleted(JsonNode summary) {
        assertThat(summary.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(summary.path("stages").valueStream().map(s -> s.path("name").asString()))
                .containsExactlyElementsOf(STAGES);
        assertThat(summary.path("stages")
                        .valueStream()
                        .map(s -> s.path("status").asString()))
                .containsOnly("COMPLETED");
    }

    private Services services() {
        return platform.services();
    }

    private int rowsInTarget(String table) throws SQLException {
        DatabaseConnection crm = services().connections().target().crm();
        try (var connection = DriverManager.getConnection(crm.jdbcUrl(), crm.username(), crm.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private JsonNode issue(String key) throws IOException, InterruptedException {
        String credentials = services().jiraUser() + ":" + services().jiraToken();
        HttpRequest request = HttpRequest.newBuilder(services().jira().resolve("/rest/api/3/issue/" + key))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        String body = http.send(request, BodyHandlers.ofString()).body();
        return MessageCodec.mapper().readTree(body).path("fields");
    }
}
