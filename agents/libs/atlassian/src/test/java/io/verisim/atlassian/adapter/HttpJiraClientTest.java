package io.verisim.atlassian.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.atlassian.Adf;
import io.verisim.atlassian.IssueKey;
import io.verisim.atlassian.JiraClient;
import io.verisim.atlassian.JiraIssue;
import io.verisim.atlassian.NewIssue;
import io.verisim.mock.jira.Fault;
import io.verisim.mock.jira.JiraMock;
import io.verisim.mock.jira.JiraMockOptions;
import io.verisim.mock.jira.SeedIssue;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpJiraClientTest {

    private static final IssueKey FIRST = IssueKey.of("CRM-1");

    private JiraMock jira;
    private JiraConnection connection;
    private JiraClient client;

    @BeforeEach
    void start(@TempDir Path state) throws IOException {
        jira = JiraMock.start(JiraMockOptions.of(0, state, "qa@example.com", "secret-token"));
        jira.seed("CRM", List.of(SeedIssue.scenario("Sign in", "Given a user\nWhen they sign in", "verisim")));
        connection = JiraConnection.of(jira.uri(), "qa@example.com", "secret-token")
                .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));
        client = HttpJiraClient.of(connection);
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    @Test
    void searchReadsAllPagesInOrder() {
        jira.seed(
                "BIG",
                IntStream.range(0, 230)
                        .mapToObj(i -> SeedIssue.scenario("Scenario " + i, "Given " + i))
                        .toList());

        assertThat(client.search("project = BIG ORDER BY key", 1_000))
                .extracting(issue -> issue.key().value())
                .isEqualTo(
                        IntStream.rangeClosed(1, 230).mapToObj(i -> "BIG-" + i).toList());
        assertThat(client.search("project = BIG ORDER BY key", 120)).hasSize(120);
    }

    @Test
    void anIssueIsReadWithItsDocument() {
        JiraIssue issue = client.search("labels = verisim AND issuetype = \"Test Scenario\"", 10)
                .getFirst();

        assertThat(issue).isEqualTo(client.issue(FIRST));
        assertThat(issue.description().plainText()).isEqualTo("Given a user\nWhen they sign in");
        assertThat(issue.type()).isEqualTo("Test Scenario");
        assertThat(issue.labels()).containsExactly("verisim");
        assertThat(issue.status()).isEqualTo("To Do");
    }

    @Test
    void aCommentWithTheSameEffectIsAddedOnce() {
        Adf body = Adf.empty().paragraph("Passed.");

        assertThat(client.addComment(FIRST, body, "task-1")).isTrue();
        assertThat(client.addComment(FIRST, body, "task-1")).isFalse();
        assertThat(client.addComment(FIRST, body, "task-2")).isTrue();
    }

    @Test
    void theEffectIsFoundBehindAHundredOtherComments() {
        for (int i = 0; i < 120; i++) {
            assertThat(client.addComment(FIRST, Adf.empty().paragraph("No. " + i), "task-" + i))
                    .isTrue();
        }

        assertThat(client.addComment(FIRST, Adf.empty().paragraph("Again"), "task-119"))
                .isFalse();
    }

    @Test
    void anIssueMovesToAStatusByName() {
        assertThat(client.transition(FIRST, "done")).isTrue();
        assertThat(client.issue(FIRST).done()).isTrue();
        assertThat(client.transition(FIRST, "Done")).as("it is there already").isTrue();
        assertThat(client.transition(FIRST, "Archived")).isFalse();
    }

    @Test
    void aBugIsCreatedWithAScreenshotOnce() {
        IssueKey bug = client.createIssue(new NewIssue(
                "CRM",
                "Bug",
                "Sign in\nfails " + "x".repeat(300),
                Adf.empty().code("expected 1\nwas 2"),
                List.of("verisim-bug")));

        byte[] png = "not really a picture".getBytes(StandardCharsets.UTF_8);
        assertThat(client.attach(bug, "failure.png", "image/png", png)).isTrue();
        assertThat(client.attach(bug, "failure.png", "image/png", png)).isFalse();
        assertThat(client.search("labels = verisim-bug", 10)).singleElement().satisfies(issue -> {
            assertThat(issue.key()).isEqualTo(bug);
            assertThat(issue.summary()).startsWith("Sign in fails").hasSize(255);
        });
    }

    @Test
    void wrongCredentialsAreAnIntegrationErrorWithoutTheToken() {
        JiraClient stranger = HttpJiraClient.of(JiraConnection.of(jira.uri(), "qa@example.com", "wrong-token"));

        ErrorDetail error = errorOf(stranger::check);

        assertThat(error.category()).isEqualTo(ErrorCategory.INTEGRATION);
        assertThat(error.code()).isEqualTo("JIRA_CREDENTIALS_REFUSED");
        assertThat(error.message() + stranger).doesNotContain("wrong-token");
    }

    @Test
    void aQueryWithAMistakeIsAConfigurationErrorThatNamesIt() {
        ErrorDetail error = errorOf(() -> client.search("project = NOWHERE", 10));

        assertThat(error.category()).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThat(error.message()).contains("The value 'NOWHERE' does not exist for the field 'project'");
    }

    @Test
    void tooManyRequestsCarryTheWaitThatJiraAsksFor() {
        jira.inject(Fault.tooManyRequests(7, 1));

        ErrorDetail error = errorOf(client::check);

        assertThat(error.category()).isEqualTo(ErrorCategory.TRANSIENT);
        assertThat(error.retryAfterMillis()).isEqualTo(7_000);
        client.check();
    }

    @Test
    void aServerErrorIsTransient() {
        jira.inject(Fault.status(503, 1));

        assertThat(errorOf(client::check).code()).isEqualTo("JIRA_FAILING");
    }

    @Test
    void aSlowAnswerIsTransient() {
        jira.inject(Fault.slow(Duration.ofSeconds(3), 1));
        JiraClient hasty = HttpJiraClient.of(connection.withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(200)));

        assertThat(errorOf(hasty::check).code()).isEqualTo("JIRA_TIMEOUT");
    }

    @Test
    void aSiteThatIsNotThereIsTransient() {
        URI gone = jira.uri();
        jira.close();

        ErrorDetail error = errorOf(HttpJiraClient.of(JiraConnection.of(gone, "a@example.com", "t"))::check);

        assertThat(error.category()).isEqualTo(ErrorCategory.TRANSIENT);
        assertThat(error.code()).isEqualTo("JIRA_UNREACHABLE");
    }

    @Test
    void anAnswerThatIsNoJsonIsAnIntegrationError() {
        jira.inject(Fault.malformed(1));

        assertThat(errorOf(() -> client.search("project = CRM", 10)).code()).isEqualTo("JIRA_ANSWER_UNREADABLE");
    }

    @Test
    void anAnswerBeyondTheLimitIsNotRead() {
        JiraClient narrow = HttpJiraClient.of(connection.withMaxAnswerBytes(200));

        ErrorDetail error = errorOf(() -> narrow.issue(FIRST));

        assertThat(error.code()).isEqualTo("JIRA_ANSWER_TOO_LARGE");
        assertThat(error.category()).isEqualTo(ErrorCategory.INTEGRATION);
    }

    @Test
    void anUnknownIssueIsAnIntegrationError() {
        assertThat(errorOf(() -> client.issue(IssueKey.of("CRM-99"))).code()).isEqualTo("JIRA_NOT_FOUND");
        assertThatThrownBy(() -> IssueKey.of("crm 99")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ErrorDetail errorOf(Runnable call) {
        try {
            call.run();
        } catch (VerisimException e) {
            return e.detail();
        }
        throw new AssertionError("Nothing went wrong");
    }
}
