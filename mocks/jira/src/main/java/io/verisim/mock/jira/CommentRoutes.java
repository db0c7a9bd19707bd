package io.verisim.mock.jira;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Comments and their entity properties. */
final class CommentRoutes {

    private static final int PAGE = 100;

    private final IssueStore store;
    private final IssueJson json;
    private final Clock clock;

    CommentRoutes(IssueStore store, IssueJson json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    void register(Router router) {
        router.api("GET", "/issue/{}/comment", this::list);
        router.api("POST", "/issue/{}/comment", this::add);
        router.api("GET", "/comment/{}/properties", this::propertyKeys);
        router.api("GET", "/comment/{}/properties/{}", this::property);
        router.api("PUT", "/comment/{}/properties/{}", this::setProperty);
    }

    private void list(Call call) throws IOException {
        Issue issue = store.require(call.path(0));
        int startAt = call.number("startAt", 0, 0, Integer.MAX_VALUE);
        int maxResults = call.number("maxResults", PAGE, 1, PAGE);
        call.json(200, json.comments(issue, startAt, maxResults, expandsProperties(call)));
    }

    private static boolean expandsProperties(Call call) {
        return call.query("expand").orElse("").contains("properties");
    }

    private void add(Call call) throws IOException {
        Issue issue = store.require(call.path(0));
        ObjectNode request = call.jsonObject();
        JsonNode body = request.path("body");
        if (body.isMissingNode() || body.isNull()) {
            throw Refusal.fields(java.util.Map.of("comment", "Comment body can not be empty!"));
        }
        if (!AdfRules.valid(body)) {
            throw Refusal.of(400, body.isObject() ? "INVALID_INPUT" : "Comment body is not valid!");
        }
        Instant now = clock.instant();
        Issue.Comment comment =
                new Issue.Comment(store.nextId(), body, now, IssueRoutes.properties(request.path("properties")));
        store.update(issue.id(), current -> current.withComment(comment, now));
        call.json(201, json.comment(issue, comment, expandsProperties(call)));
    }

    private Issue.Comment comment(Call call) {
        long id = call.pathId(0);
        return store.withComment(id).stream()
                .flatMap(issue -> issue.comments().stream())
                .filter(comment -> comment.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "Can not find a comment for the id: " + id + "."));
    }

    private void propertyKeys(Call call) throws IOException {
        Issue.Comment comment = comment(call);
        call.json(200, json.propertyKeys(comment.properties(), "comment/" + comment.id()));
    }

    private void property(Call call) throws IOException {
        call.json(200, EntityProperties.find(comment(call).properties(), call.path(1)));
    }

    private void setProperty(Call call) throws IOException {
        Issue.Comment comment = comment(call);
        String name = call.path(1);
        JsonNode value = call.json();
        EntityProperties.check(name, value);
        Issue issue = store.withComment(comment.id()).orElseThrow(Refusal::noIssue);
        store.update(issue.id(), current -> current.withComment(comment.withProperty(name, value), current.updated()));
        call.empty(comment.properties().containsKey(name) ? 200 : 201);
    }
}
