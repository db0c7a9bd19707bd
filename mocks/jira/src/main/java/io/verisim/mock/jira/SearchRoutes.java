package io.verisim.mock.jira;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The enhanced search of Jira Cloud; the one it replaced answers 410, as it does there. */
final class SearchRoutes {

    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_PAGE = 5_000;
    private static final Set<String> KNOWN = Set.of(
            "jql",
            "nextPageToken",
            "maxResults",
            "fields",
            "expand",
            "properties",
            "fieldsByKeys",
            "failFast",
            "reconcileIssues");

    private final IssueStore store;
    private final IssueJson json;

    SearchRoutes(IssueStore store, IssueJson json) {
        this.store = store;
        this.json = json;
    }

    void register(Router router) {
        router.api("GET", "/search/jql", this::get);
        router.api("POST", "/search/jql", this::post);
        router.api("GET", "/search", SearchRoutes::gone);
        router.api("POST", "/search", SearchRoutes::gone);
    }

    private static void gone(Call call) {
        throw Refusal.of(410, "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.");
    }

    /** What is searched for. */
    private record Query(String jql, String fields, String properties, int maxResults, String pageToken) {}

    private void get(Call call) throws IOException {
        answer(
                call,
                new Query(
                        call.query("jql").orElse(""),
                        call.query("fields").orElse(""),
                        call.query("properties").orElse(""),
                        call.number("maxResults", DEFAULT_PAGE, 1, MAX_PAGE),
                        call.query("nextPageToken").orElse("")));
    }

    private void post(Call call) throws IOException {
        ObjectNode body = call.jsonObject();
        if (!KNOWN.containsAll(body.propertyNames())) {
            throw Refusal.of(400, "Invalid request payload. Refer to the REST API documentation and try again.");
        }
        answer(
                call,
                new Query(
                        body.path("jql").asString(""),
                        joined(body.path("fields")),
                        joined(body.path("properties")),
                        Math.clamp(body.path("maxResults").asLong(DEFAULT_PAGE), 1, MAX_PAGE),
                        body.path("nextPageToken").asString("")));
    }

    private static String joined(JsonNode list) {
        StringJoiner text = new StringJoiner(",");
        list.forEach(item -> text.add(item.asString("")));
        return text.toString();
    }

    private void answer(Call call, Query query) throws IOException {
        Jql jql = Jql.parse(query.jql(), store.projects());
        if (!jql.bounded()) {
            throw Refusal.of(
                    400, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
        }
        List<Issue> found =
                store.all().stream().filter(jql.matches()).sorted(jql.order()).toList();
        int from = offset(query);
        int to = Math.min(found.size(), from + query.maxResults());
        Predicate<String> fields = IssueJson.wanted(query.fields(), false);
        Predicate<String> properties = IssueJson.wanted(query.properties(), false);
        ObjectNode body = IssueJson.object();
        ArrayNode issues = body.putArray("issues");
        for (Issue issue : found.subList(Math.min(from, found.size()), to)) {
            ObjectNode shown = json.issue(issue, fields, properties);
            if (query.fields().isEmpty()) {
                // By default the enhanced search gives ids only.
                shown.retain("id");
            }
            issues.add(shown);
        }
        if (to < found.size()) {
            body.put("nextPageToken", token(to, query.jql()));
        }
        call.json(200, body.put("isLast", to >= found.size()));
    }

    /** A token is opaque to clients, and belongs to its query. */
    private static String token(int offset, String jql) {
        return Base64.getUrlEncoder().encodeToString((offset + ":" + jql.hashCode()).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(Query query) {
        if (query.pageToken().isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(query.pageToken()), StandardCharsets.UTF_8);
            int offset = Integer.parseInt(text.substring(0, text.indexOf(':')));
            if (offset > 0 && token(offset, query.jql()).equals(query.pageToken())) {
                return offset;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw invalidToken();
        }
        throw invalidToken();
    }

    private static Refusal invalidToken() {
        return Refusal.of(400, "The provided next page token is invalid or expired.");
    }
}
