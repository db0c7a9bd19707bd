package io.verisim.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Jira over its REST API, reached directly, as its users do. */
final class Jira {

    static final String PROJECT = "CRM";

    private static final String API = "/rest/api/3/";

    private final Connections connections;

    Jira(Connections connections) {
        this.connections = connections;
    }

    /** Makes a scenario; its key. */
    String scenario(String label, String summary, String text) throws IOException, InterruptedException {
        List<Map<String, Object>> inline = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!inline.isEmpty()) {
                inline.add(Map.of("type", "hardBreak"));
            }
            if (!line.isEmpty()) {
                inline.add(Map.of("type", "text", "text", line));
            }
        }
        Map<String, Object> description =
                Map.of("type", "doc", "version", 1, "content", List.of(Map.of("type", "paragraph", "content", inline)));
        Map<String, Object> fields = Map.of(
                "project",
                Map.of("key", PROJECT),
                "issuetype",
                Map.of("name", "Test Scenario"),
                "summary",
                summary,
                "labels",
                List.of(label),
                "description",
                description);
        return http().post(address("issue"), Map.of("fields", fields))
                .path("key")
                .asString();
    }

    /** Comments of an issue with their properties. */
    JsonNode comments(String key) throws IOException, InterruptedException {
        return http().get(address("issue/" + key + "/comment?expand=properties&maxResults=100"))
                .path("comments");
    }

    /** Summaries of all bugs, by key. */
    List<Bug> bugs() throws IOException, InterruptedException {
        String jql = URLEncoder.encode("project = CRM AND issuetype = Bug", StandardCharsets.UTF_8);
        List<Bug> bugs = new ArrayList<>();
        JsonNode page = http().get(address("search/jql?maxResults=1000&fields=summary,attachment&jql=" + jql));
        for (JsonNode issue : page.path("issues")) {
            bugs.add(new Bug(
                    issue.path("key").asString(),
                    issue.at("/fields/summary").asString(""),
                    issue.at("/fields/attachment").size()));
        }
        return bugs;
    }

    /** A bug, and how many pictures it has. */
    record Bug(String key, String summary, int attachments) {}

    private URI address(String path) {
        return URI.create(connections.services().path("jira").asString()).resolve(API + path);
    }

    private Http http() {
        JsonNode services = connections.services();
        String credentials = services.path("jiraUser").asString() + ":"
                + services.path("jiraToken").asString();
        return new Http(Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    }
}
