package io.verisim.mock.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.verisim.model.message.MessageCodec;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that the product makes and answers that it gets, held to the public OpenAPI document of Jira Cloud and to
 * recorded answers of the real service.
 */
class JiraContractTest {

    private static final String DOCUMENT = "data/openapi/jira-platform-swagger.v3.json";
    private static final String ADF = """
            {"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"hello"}]}]}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @SuppressWarnings("NullAway.Init")
    private JsonNode openApi;

    @SuppressWarnings("NullAway.Init")
    private JiraMock jira;

    @SuppressWarnings("NullAway.Init")
    private JiraHttp http;

    @BeforeEach
    void start() throws IOException {
        openApi = MessageCodec.mapper().readTree(Files.readAllBytes(SharedFiles.require(DOCUMENT)));
        jira = JiraMock.start(JiraMockOptions.of(0, state, JiraHttp.USER, JiraHttp.TOKEN));
        jira.seed("CRM", List.of(SeedIssue.scenario("Sign in", "Given a user", "demo")));
        http = new JiraHttp(jira.uri());
    }

    @AfterEach
    void stop() {
        if (jira != null) {
            jira.close();
        }
    }

    @Test
    void issues() throws Exception {
        HttpResponse<String> issue = http.get("/rest/api/3/issue/CRM-1");
        conforms("/rest/api/3/issue/{issueIdOrKey}", "get", issue);
        assertThat(differences(recorded("jira-cli/jira/issue.json"), JiraHttp.json(issue), ""))
                .isEmpty();

        JsonNode page =
                JiraHttp.json(http.post("/rest/api/3/search/jql", "{\"jql\":\"project = CRM\",\"fields\":[\"*all\"]}"));
        // The enhanced search is younger than the document; the issues in it are as they were.
        assertThat(errors("IssueBean", page.path("issues").path(0))).isEmpty();
        assertThat(differences(
                        recorded("go-atlassian/search-issues.json")
                                .path("issues")
                                .path(0),
                        page.path("issues").path(0),
                        "",
                        // an example of the documentation; the recorded issue above has an object, as we
                        "/fields/comment"))
                .isEmpty();
    }

    @Test
    void createdIssues() throws Exception {
        String request = "{\"fields\":{\"project\":{\"key\":\"CRM\"},\"issuetype\":{\"name\":\"Bug\"},"
                + "\"summary\":\"It fails\",\"description\":" + ADF + ",\"labels\":[\"verisim\"]}}";
        assertThat(errors("IssueUpdateDetails", MessageCodec.mapper().readTree(request)))
                .isEmpty();

        HttpResponse<String> created = http.post("/rest/api/3/issue", request);
        conforms("/rest/api/3/issue", "post", created);
        assertThat(differences(recorded("jira-cli/jira/create.json"), JiraHttp.json(created), ""))
                .isEmpty();
        conforms("/rest/api/3/issue", "post", http.post("/rest/api/3/issue", "{\"fields\":{}}"));
    }

    @Test
    void comments() throws Exception {
        String request =
                "{\"body\":" + ADF + ",\"properties\":[{\"key\":\"verisim.effect\",\"value\":{\"id\":\"1\"}}]}";
        assertThat(errors("Comment", MessageCodec.mapper().readTree(request))).isEmpty();

        HttpResponse<String> added = http.post("/rest/api/3/issue/CRM-1/comment?expand=properties", request);
        conforms("/rest/api/3/issue/{issueIdOrKey}/comment", "post", added);
        assertThat(differences(recorded("go-atlassian/get-issue-comment-by-id.json"), JiraHttp.json(added), ""))
                .isEmpty();
        conforms(
                "/rest/api/3/issue/{issueIdOrKey}/comment",
                "get",
                http.get("/rest/api/3/issue/CRM-1/comment?expand=properties"));
        String properties =
                "/rest/api/3/comment/" + JiraHttp.json(added).path("id").asString() + "/properties";
        conforms("/rest/api/3/comment/{commentId}/properties", "get", http.get(properties));
        conforms(
                "/rest/api/3/comment/{commentId}/properties/{propertyKey}",
                "get",
                http.get(properties + "/verisim.effect"));
    }

    @Test
    void transitions() throws Exception {
        HttpResponse<String> offered = http.get("/rest/api/3/issue/CRM-1/transitions");
        conforms("/rest/api/3/issue/{issueIdOrKey}/transitions", "get", offered);
        assertThat(differences(recorded("go-atlassian/get-transitions.json"), JiraHttp.json(offered), ""))
                .isEmpty();
        assertThat(errors("IssueUpdateDetails", MessageCodec.mapper().readTree("{\"transition\":{\"id\":\"31\"}}")))
                .isEmpty();
        conforms(
                "/rest/api/3/issue/{issueIdOrKey}/transitions",
                "post",
                http.post("/rest/api/3/issue/CRM-1/transitions", "{\"transition\":{\"id\":\"31\"}}"));
    }

    @Test
    void attachmentsAndTheUser() throws Exception {
        HttpResponse<String> added = http.upload("CRM-1", "no-check", "a.png", new byte[] {1});
        conforms("/rest/api/3/issue/{issueIdOrKey}/attachments", "post", added);
        assertThat(differences(
                        recorded("go-atlassian/get-attachment-metadata.json"),
                        JiraHttp.json(added).path(0),
                        "",
                        // Metadata has a number where the attachment of an issue has a text.
                        "/id"))
                .isEmpty();
        conforms("/rest/api/3/myself", "get", http.get("/rest/api/3/myself"));
        assertThat(differences(
                        recorded("jira-cli/jira/myself.json"), JiraHttp.json(http.get("/rest/api/3/myself")), ""))
                .isEmpty();
    }

    /** Status and body are among those that the document names for the operation. */
    private void conforms(String path, String method, HttpResponse<String> answer) {
        JsonNode response = openApi.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(answer.statusCode()));
        assertThat(response.isMissingNode())
                .as("the document names status %s for %s %s", answer.statusCode(), method, path)
                .isFalse();
        JsonNode schema = response.path("content").path("application/json").path("schema");
        if (answer.body().isEmpty()) {
            assertThat(answer.statusCode()).isEqualTo(204);
        } else if (!schema.isMissingNode()) {
            assertThat(errors((ObjectNode) schema.deepCopy(), JiraHttp.json(answer)))
                    .as(answer.body())
                    .isEmpty();
        }
    }

    private List<String> errors(String schema, JsonNode instance) {
        ObjectNode reference = MessageCodec.mapper().createObjectNode();
        return errors(reference.put("$ref", "#/components/schemas/" + schema), instance);
    }

    private List<String> errors(ObjectNode schema, JsonNode instance) {
        ObjectNode whole = MessageCodec.mapper().createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", openApi.path("components"));
        // The service writes times as 2026-01-01T00:00:00.000+0000, which is no date-time of the document's format.
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(false).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(), builder -> builder.schemaRegistryConfig(config));
        return registry.getSchema(whole).validate(instance).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode recorded(String file) throws IOException {
        return MessageCodec.mapper().readTree(Files.readAllBytes(SharedFiles.require("data/jira/" + file)));
    }

    /** Where the type of a value differs from that of the recorded answer, which may have values of its own. */
    private static List<String> differences(JsonNode recorded, JsonNode ours, String path, String... except) {
        List<String> found = new ArrayList<>();
        if (List.of(except).contains(path) || recorded.isNull() || ours.isNull()) {
            return found;
        }
        if (recorded.getNodeType() != ours.getNodeType()) {
            found.add(path + ": " + ours.getNodeType() + " instead of " + recorded.getNodeType());
        } else if (ours.isArray() && !ours.isEmpty() && !recorded.isEmpty()) {
            found.addAll(differences(recorded.path(0), ours.path(0), path + "/0", except));
        } else {
            for (Map.Entry<String, JsonNode> property : ours.properties()) {
                JsonNode there = recorded.path(property.getKey());
                if (!there.isMissingNode()) {
                    found.addAll(differences(there, property.getValue(), path + "/" + property.getKey(), except));
                }
            }
        }
        return found;
    }
}
