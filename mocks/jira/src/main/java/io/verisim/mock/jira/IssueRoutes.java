package io.verisim.mock.jira;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Issues: create, read, change status, entity properties. */
final class IssueRoutes {

    private static final int MAX_SUMMARY = 255;
    private static final int MAX_LABEL = 255;
    private static final Set<String> SETTABLE =
            Set.of("project", "issuetype", "summary", "description", "labels", "reporter");

    private final IssueStore store;
    private final IssueJson json;
    private final Clock clock;

    IssueRoutes(IssueStore store, IssueJson json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    void register(Router router) {
        router.api("POST", "/issue", this::create);
        router.api("GET", "/issue/{}", this::read);
        router.api("GET", "/issue/{}/transitions", this::transitions);
        router.api("POST", "/issue/{}/transitions", this::transition);
        router.api("GET", "/issue/{}/properties", this::propertyKeys);
        router.api("GET", "/issue/{}/properties/{}", this::property);
        router.api("PUT", "/issue/{}/properties/{}", this::setProperty);
        router.api("GET", "/myself", call -> call.json(200, json.author()));
    }

    private void create(Call call) throws IOException {
        ObjectNode body = call.jsonObject();
        if (!(body.path("fields") instanceof ObjectNode fields)) {
            throw Refusal.of(400, "Can not instantiate value: 'fields' is required.");
        }
        Map<String, String> errors = new LinkedHashMap<>();
        String project = project(fields, errors);
        Optional<IssueType> type = type(fields, errors);
        String summary = summary(fields, errors);
        List<String> labels = labels(fields, errors);
        JsonNode description = description(fields, errors);
        for (String name : fields.propertyNames()) {
            if (!SETTABLE.contains(name)) {
                errors.put(
                        name, "Field '" + name + "' cannot be set. It is not on the appropriate screen, or unknown.");
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Issue issue = store.add(draft(project, type.orElseThrow(), summary, labels, description)
                .withProperties(properties(body.path("properties"))));
        call.json(201, json.created(issue));
    }

    /** A new issue, without its number. */
    private Issue draft(
            String project, IssueType type, String summary, List<String> labels, @Nullable JsonNode description) {
        Instant now = clock.instant();
        return new Issue(
                store.nextId(),
                project,
                0,
                type,
                summary,
                description,
                labels,
                IssueStatus.TO_DO,
                now,
                now,
                List.of(),
                List.of(),
                Map.of());
    }

    void seed(String project, SeedIssue seed) {
        store.add(draft(
                project,
                IssueType.of(seed.issueType())
                        .orElseThrow(() -> new IllegalArgumentException("No issue type '" + seed.issueType() + "'")),
                seed.summary(),
                seed.labels(),
                AdfRules.document(seed.description())));
    }

    private String project(ObjectNode fields, Map<String, String> errors) {
        JsonNode project = fields.path("project");
        String key =
                project.path("key").asString(project.path("id").asString("")).toUpperCase(Locale.ROOT);
        if (!store.hasProject(key)) {
            errors.put("project", "Specify a valid project ID or key");
        }
        return key;
    }

    private static Optional<IssueType> type(ObjectNode fields, Map<String, String> errors) {
        JsonNode node = fields.path("issuetype");
        String name = node.path("name").asString(node.path("id").asString(""));
        Optional<IssueType> type = IssueType.of(name);
        if (type.isEmpty()) {
            errors.put("issuetype", name.isEmpty() ? "Specify an issue type" : "Specify a valid issue type");
        }
        return type;
    }

    private static String summary(ObjectNode fields, Map<String, String> errors) {
        JsonNode node = fields.path("summary");
        String summary = node.asString("");
        if (!node.isMissingNode() && !node.isString()) {
            errors.put("summary", "Operation value must be a string");
        } else if (summary.isBlank()) {
            errors.put("summary", "You must specify a summary of the issue.");
        } else if (summary.length() > MAX_SUMMARY) {
            errors.put("summary", "Summary can't exceed 255 characters.");
        } else if (summary.indexOf('\n') >= 0 || summary.indexOf('\r') >= 0) {
            errors.put("summary", "The summary is invalid because it contains newline characters.");
        }
        return summary;
    }

    private static List<String> labels(ObjectNode fields, Map<String, String> errors) {
        JsonNode node = fields.path("labels");
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!(node instanceof ArrayNode array)) {
            errors.put("labels", "data was not an array");
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        for (JsonNode label : array) {
            String text = label.asString("");
            if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
                errors.put("labels", "The label '" + text + "' contains spaces which is invalid.");
            } else if (text.length() > MAX_LABEL) {
                errors.put("labels", "The label '" + text + "' exceeds the maximum length of 255 characters.");
            } else if (!labels.contains(text)) {
                labels.add(text);
            }
        }
        return labels;
    }

    private static @Nullable JsonNode description(ObjectNode fields, Map<String, String> errors) {
        JsonNode node = fields.path("description");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!AdfRules.valid(node)) {
            errors.put(
                    "description", "Operation value must be an Atlassian Document (see the Atlassian Document Format)");
        }
        return node;
    }

    /** Entity properties that come with a new issue or comment. */
    static Map<String, JsonNode> properties(JsonNode list) {
        Map<String, JsonNode> properties = new HashMap<>();
        for (JsonNode property : list) {
            String key = property.path("key").asString("");
            EntityProperties.check(key, property.path("value"));
            properties.put(key, property.path("value"));
        }
        return properties;
    }

    private void read(Call call) throws IOException {
        Issue issue = store.require(call.path(0));
        call.json(
                200,
                json.issue(
                        issue,
                        IssueJson.wanted(call.query("fields").orElse(""), true),
                        IssueJson.wanted(call.query("properties").orElse(""), false)));
    }

    private void transitions(Call call) throws IOException {
        Issue issue = store.require(call.path(0));
        ObjectNode body = IssueJson.object().put("expand", "transitions");
        ArrayNode list = body.putArray("transitions");
        IssueStatus.reachable(issue.type(), issue.status()).forEach(to -> list.add(json.transition(to)));
        call.json(200, body);
    }

    private void transition(Call call) throws IOException {
        Issue issue = store.require(call.path(0));
        String id = call.jsonObject().path("transition").path("id").asString("");
        if (id.isEmpty()) {
            throw Refusal.of(400, "Missing 'transition' identifier");
        }
        store.update(
                issue.id(),
                current -> IssueStatus.reachable(current.type(), current.status()).stream()
                        .filter(to -> to.transitionId.equals(id))
                        .findFirst()
                        .map(to -> current.withStatus(to, clock.instant()))
                        .orElseThrow(() -> Refusal.of(
                                400,
                                "It seems that you have tried to perform a workflow operation (" + id
                                        + ") that is not valid for the current state of this issue " + current.key()
                                        + ".")));
        call.empty(204);
    }

    private void propertyKeys(Call call) throws IOException {
        Issue issue = store.require(call.path(0));
        call.json(200, json.propertyKeys(issue.properties(), "issue/" + issue.id()));
    }

    private void property(Call call) throws IOException {
        call.json(200, EntityProperties.find(store.require(call.path(0)).properties(), call.path(1)));
    }

    private void setProperty(Call call) throws IOException {
        Issue issue = store.require(call.path(0));
        String name = call.path(1);
        JsonNode value = call.json();
        EntityProperties.check(name, value);
        store.update(issue.id(), current -> current.withProperty(name, value));
        call.empty(issue.properties().containsKey(name) ? 200 : 201);
    }
}
