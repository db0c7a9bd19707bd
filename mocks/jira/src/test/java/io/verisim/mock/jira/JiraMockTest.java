package io.verisim.mock.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JiraMockTest {

    private static final String ADF = """
            {"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"hello"}]}]}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @SuppressWarnings("NullAway.Init")
    private JiraMock jira;

    @SuppressWarnings("NullAway.Init")
    private JiraHttp http;

    @BeforeEach
    void start() throws IOException {
        open();
        jira.seed(
                "CRM",
                List.of(
                        SeedIssue.scenario("Sign in with a good password", "Given a user\nWhen", "demo", "smoke"),
                        SeedIssue.scenario("Search <b>customers</b>", "Given customers", "demo")));
    }

    private void open() throws IOException {
        jira = JiraMock.start(
                JiraMockOptions.of(0, state, JiraHttp.USER, JiraHttp.TOKEN).withMaxAttachmentBytes(10_000));
        http = new JiraHttp(jira.uri());
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "project = CRM                                                     | CRM-2 CRM-1",
                "project = crm ORDER BY key                                        | CRM-1 CRM-2",
                "labels = smoke                                                    | CRM-1",
                "labels in (smoke, other) AND type = \"Test Scenario\"             | CRM-1",
                "labels not in (smoke)                                             | CRM-2",
                "summary ~ \"good password\"                                       | CRM-1",
                "summary ~ \"passwor*\"                                            | CRM-1",
                "text ~ customers                                                  | CRM-2",
                "text ~ \"\\\"a user\\\"\"                                         | CRM-1",
                "text ~ \"\\\"user a\\\"\"                                         | ",
                "project = CRM AND NOT (labels = smoke OR status = Done)           | CRM-2",
                "status != \"To Do\"                                               | ",
                "statusCategory = \"To Do\" order by summary asc                   | CRM-2 CRM-1",
                "key = CRM-2                                                       | CRM-2",
                "labels is not EMPTY AND description is not null ORDER BY key DESC | CRM-2 CRM-1",
                "created >= 2020-01-01 AND updated < \"2020-01-01 10:00\"          | ",
            })
    void aQueryFinds(String jql, String keys) throws Exception {
        JsonNode page = JiraHttp.json(search(jql, "&fields=summary"));

        assertThat(keys(page)).isEqualTo(keys == null ? "" : keys);
        assertThat(page.path("isLast").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "project = NOPE          | The value 'NOPE' does not exist for the field 'project'.",
                "issuetype = Epic        | The value 'Epic' does not exist for the field 'issuetype'.",
                "colour = red            | Field 'colour' does not exist or you do not have permission to view it.",
                "project =               | Error in the JQL Query: Expecting a value after '=' before the end of the query.",
                "project = CRM labels    | Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'labels'. (line 1, character 15)",
                "project ^ CRM           | Error in the JQL Query: Expecting operator but got '^'.",
                "summary = x             | The operator '=' is not supported by the 'summary' field.",
                "labels ~ x              | The operator '~' is not supported by the 'labels' field.",
                "project = \"CRM         | Error in the JQL Query: The quoted string 'CRM' has not been completed.",
                "created > yesterday     | Date value 'yesterday' for field 'created' is invalid.",
                "ORDER BY key            | Unbounded JQL queries are not allowed here.",
            })
    void aQueryWithAMistakeIsRefused(String jql, String message) throws Exception {
        HttpResponse<String> answer = search(jql.strip(), "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JiraHttp.json(answer).path("errorMessages").path(0).asString())
                .startsWith(message);
    }

    @Test
    void pagesFollowEachOtherByToken() throws Exception {
        jira.seed(
                "BIG",
                Stream.iterate(1, i -> i + 1)
                        .limit(5)
                        .map(i -> SeedIssue.scenario("No. " + i, "Given"))
                        .toList());
        List<String> found = new ArrayList<>();
        String token = "";
        int pages = 0;
        boolean last;
        do {
            JsonNode page = JiraHttp.json(search("project = BIG ORDER BY key", "&fields=key&maxResults=2" + token));
            found.add(keys(page));
            last = page.path("isLast").asBoolean();
            token = "&nextPageToken=" + page.path("nextPageToken").asString("");
        } while (!last && ++pages < 9);

        assertThat(String.join(" ", found)).isEqualTo("BIG-1 BIG-2 BIG-3 BIG-4 BIG-5");
        assertThat(search("project = CRM", "&nextPageToken=abc").statusCode()).isEqualTo(400);
    }

    @Test
    void aSearchByPostRefusesParametersOfTheOldSearch() throws Exception {
        assertThat(JiraHttp.json(http.post(
                                "/rest/api/3/search/jql", "{\"jql\":\"project = CRM\",\"fields\":[\"labels\"]}"))
                        .path("issues")
                        .path(1)
                        .path("fields")
                        .path("labels")
                        .toString())
                .isEqualTo("[\"demo\",\"smoke\"]");
        assertThat(http.post("/rest/api/3/search/jql", "{\"jql\":\"project = CRM\",\"startAt\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.get("/rest/api/3/search?jql=project=CRM").statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"issuetype\":{\"name\":\"Bug\"},\"summary\":\"x\"}                                             | project     | Specify a valid project ID or key",
                "{\"project\":{\"key\":\"CRM\"},\"summary\":\"x\"}                                                | issuetype   | Specify an issue type",
                "{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Saga\"},\"summary\":\"x\"}              | issuetype   | Specify a valid issue type",
                "{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Bug\"}}                                 | summary     | You must specify a summary of the issue.",
                "{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Bug\"},\"summary\":\"a\\nb\"}           | summary     | The summary is invalid because it contains newline characters.",
                "{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Bug\"},\"summary\":\"x\",\"labels\":[\"a b\"]}  | labels | The label 'a b' contains spaces which is invalid.",
                "{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Bug\"},\"summary\":\"x\",\"description\":\"text\"} | description | Operation value must be an Atlassian Document",
                "{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Bug\"},\"summary\":\"x\",\"colour\":1}   | colour | Field 'colour' cannot be set. It is not on the appropriate screen, or unknown.",
            })
    void anIssueThatJiraWouldRefuseIsRefused(String fields, String field, String message) throws Exception {
        HttpResponse<String> answer = http.post("/rest/api/3/issue", "{\"fields\":" + fields + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JiraHttp.json(answer).path("errors").path(field).asString(""))
                .startsWith(message);
        assertThat(http.get("/rest/api/3/issue/CRM-3").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                                          | 400",
                "{\"body\":\"plain text\"}                                                                   | 400",
                "{\"body\":{\"type\":\"doc\",\"version\":2,\"content\":[]}}                                  | 400",
                "{\"body\":{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"blink\"}]}}              | 400",
                "{\"body\":{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"\"}]}]}} | 400",
                "{\"body\":{\"type\":\"doc\",\"version\":1,\"content\":[]},\"properties\":[{\"value\":1}]}   | 400",
                "{\"body\":{\"type\":\"doc\",\"version\":1,\"content\":[]}                                   | 400",
                "[]                                                                                          | 400",
            })
    void aCommentThatJiraWouldRefuseIsRefused(String body, int status) throws Exception {
        assertThat(http.post("/rest/api/3/issue/CRM-1/comment", body).statusCode())
                .isEqualTo(status);
        assertThat(JiraHttp.json(http.get("/rest/api/3/issue/CRM-1/comment"))
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void commentsCarryEntityProperties() throws Exception {
        JsonNode added = JiraHttp.json(http.post(
                "/rest/api/3/issue/CRM-1/comment",
                "{\"body\":" + ADF + ",\"properties\":[{\"key\":\"task\",\"value\":{\"id\":7}}]}"));
        String comment = "/rest/api/3/comment/" + added.path("id").asString() + "/properties";

        assertThat(JiraHttp.json(http.get(comment + "/task"))
                        .path("value")
                        .path("id")
                        .asInt())
                .isEqualTo(7);
        assertThat(http.put(comment + "/more", "\"x\"").statusCode()).isEqualTo(201);
        assertThat(http.put(comment + "/more", "\"y\"").statusCode()).isEqualTo(200);
        assertThat(http.put(comment + "/more", "\"" + "z".repeat(40_000) + "\"").statusCode())
                .isEqualTo(400);
        assertThat(http.get(comment + "/none").statusCode()).isEqualTo(404);
        JsonNode listed = JiraHttp.json(http.get("/rest/api/3/issue/CRM-1/comment?expand=properties"));
        assertThat(listed.path("comments").path(0).path("properties").size()).isEqualTo(2);
    }

    @Test
    void onlyTransitionsOfTheWorkflowAreMade() throws Exception {
        String transitions = "/rest/api/3/issue/CRM-1/transitions";
        JsonNode offered = JiraHttp.json(http.get(transitions)).path("transitions");
        assertThat(offered)
                .extracting(t -> t.path("to").path("name").asString())
                .containsExactly("In Progress", "Done", "Failed");

        assertThat(http.post(transitions, "{\"transition\":{\"id\":\"31\"}}").statusCode())
                .isEqualTo(204);
        assertThat(http.post(transitions, "{\"transition\":{\"id\":\"31\"}}").statusCode())
                .as("it is there already")
                .isEqualTo(400);
        assertThat(http.post(transitions, "{\"transition\":{\"id\":\"99\"}}").statusCode())
                .isEqualTo(400);
        assertThat(http.post(transitions, "{}").statusCode()).isEqualTo(400);
        assertThat(keys(JiraHttp.json(search("status = Done", "&fields=status"))))
                .isEqualTo("CRM-1");
    }

    @Test
    void attachmentsNeedTheTokenHeaderAndKeepToTheirLimit() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', '-', '-', 0};

        assertThat(http.upload("CRM-1", "check", "a.png", picture).statusCode()).isEqualTo(403);
        assertThat(http.upload("CRM-1", "no-check", "a.png", new byte[20_000]).statusCode())
                .isEqualTo(413);
        assertThat(http.upload("CRM-9", "no-check", "a.png", picture).statusCode())
                .isEqualTo(404);
        JsonNode added = JiraHttp.json(http.upload("CRM-1", "no-check", "a.png", picture));
        assertThat(added.path(0).path("size").asInt()).isEqualTo(picture.length);
        Path kept =
                state.resolve("attachments").resolve(added.path(0).path("id").asString());
        assertThat(Files.readAllBytes(kept)).isEqualTo(picture);
        assertThat(http.get("/rest/api/3/attachment/content/" + kept.getFileName())
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("image/png");
    }

    @Test
    void nobodyGetsInWithoutCredentials() throws Exception {
        assertThat(http.send(http.anonymous("/rest/api/3/issue/CRM-1").GET()).statusCode())
                .isEqualTo(401);
        assertThat(http.send(http.anonymous("/rest/api/3/myself")
                                .header("Authorization", "Basic eDp5")
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void stateSurvivesARestartAndASecondSeedAddsNothing() throws Exception {
        http.post("/rest/api/3/issue/CRM-1/comment", "{\"body\":" + ADF + "}");
        http.upload("CRM-1", "no-check", "a.png", new byte[] {1, 2, 3});
        String before = JiraHttp.json(http.get("/rest/api/3/issue/CRM-1"))
                .path("fields")
                .toString();
        String oldSite = jira.uri().toString();

        jira.close();
        open();
        jira.seed("CRM", List.of(SeedIssue.scenario("Sign in with a good password", "changed", "demo", "smoke")));

        String after = JiraHttp.json(http.get("/rest/api/3/issue/CRM-1"))
                .path("fields")
                .toString();
        assertThat(after.replace(jira.uri().toString(), oldSite)).isEqualTo(before);
        assertThat(keys(JiraHttp.json(search("project = CRM", "&fields=summary"))))
                .isEqualTo("CRM-2 CRM-1");
        JsonNode made = JiraHttp.json(http.post(
                "/rest/api/3/issue",
                "{\"fields\":{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Bug\"},\"summary\":\"x\"}}"));
        assertThat(made.path("key").asString()).isEqualTo("CRM-3");
    }

    @Test
    void pagesForPeopleShowTextAsText() throws Exception {
        http.post("/rest/api/3/issue/CRM-2/comment", "{\"body\":" + ADF.replace("hello", "<script>x</script>") + "}");

        HttpResponse<String> page = http.send(http.anonymous("/browse/CRM-2").GET());
        assertThat(page.body())
                .contains("Search &lt;b&gt;customers&lt;/b&gt;", "&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(http.send(http.anonymous("/").GET()).body()).contains("CRM-1", "CRM-2");
        assertThat(http.send(http.anonymous("/browse/CRM-77").GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void faultsHitTheNextRequestsAndNoMore() throws Exception {
        jira.inject(Fault.tooManyRequests(3, 2));
        jira.inject(Fault.slow(Duration.ofMillis(150), 1));

        HttpResponse<String> first = http.get("/rest/api/3/myself");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(http.get("/rest/api/3/myself").statusCode()).isEqualTo(429);
        long before = System.nanoTime();
        assertThat(http.get("/rest/api/3/myself").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(140));
    }

    @Test
    void whatIsNotServedIsNotFoundOrNotAllowed() throws Exception {
        assertThat(http.get("/rest/api/3/dashboard").statusCode()).isEqualTo(404);
        assertThat(http.put("/rest/api/3/myself", "{}").statusCode()).isEqualTo(405);
        assertThat(http.get("/rest/api/3/attachment/content/..%2F..%2Fissues").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> search(String jql, String more) throws Exception {
        return http.get("/rest/api/3/search/jql?jql=" + URLEncoder.encode(jql.strip(), StandardCharsets.UTF_8) + more);
    }

    private static String keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.path("issues").forEach(issue -> keys.add(issue.path("key").asString()));
        return String.join(" ", keys);
    }
}
