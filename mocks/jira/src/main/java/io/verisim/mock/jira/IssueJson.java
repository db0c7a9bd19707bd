package io.verisim.mock.jira;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Issues and their parts as the REST API shows them. */
final class IssueJson {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String ACCOUNT_ID = "5b10a2844c20165700ede21g";

    private final URI base;
    private final String user;

    IssueJson(URI base, String user) {
        this.base = base;
        this.user = user;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An issue with the wanted fields and entity properties. */
    ObjectNode issue(Issue issue, Predicate<String> wantedFields, Predicate<String> wantedProperties) {
        ObjectNode json = object();
        json.put("expand", "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations");
        json.put("id", Long.toString(issue.id()));
        json.put("self", self("issue/" + issue.id()));
        json.put("key", issue.key());
        ObjectNode fields = fields(issue);
        fields.propertyNames().stream().filter(wantedFields.negate()).toList().forEach(fields::remove);
        if (!fields.isEmpty()) {
            json.set("fields", fields);
        }
        ObjectNode properties = object();
        issue.properties().forEach((name, value) -> {
            if (wantedProperties.test(name)) {
                properties.set(name, value);
            }
        });
        if (!properties.isEmpty()) {
            json.set("properties", properties);
        }
        return json;
    }

    private ObjectNode fields(Issue issue) {
        ObjectNode fields = object();
        fields.put("summary", issue.summary());
        fields.set("issuetype", issueType(issue.type()));
        fields.set("project", project(issue.project()));
        fields.set("description", issue.description());
        issue.labels().forEach(fields.putArray("labels")::add);
        fields.set("status", status(issue.status()));
        fields.set("creator", author());
        fields.set("reporter", author());
        fields.put("created", time(issue.created()));
        fields.put("updated", time(issue.updated()));
        ArrayNode attachments = fields.putArray("attachment");
        issue.attachments().forEach(attachment -> attachments.add(attachment(attachment)));
        fields.set("comment", comments(issue, 0, issue.comments().size(), false));
        return fields;
    }

    private ObjectNode issueType(IssueType type) {
        return object().put("self", self("issuetype/" + type.id))
                .put("id", type.id)
                .put("name", type.title)
                .put("subtask", false);
    }

    private ObjectNode project(String key) {
        return object().put("self", self("project/" + key)).put("key", key).put("name", key);
    }

    ObjectNode status(IssueStatus status) {
        ObjectNode json = object();
        json.put("self", self("status/" + status.id));
        json.put("description", "").put("iconUrl", base + "images/icons/statuses/generic.png");
        json.put("name", status.title).put("id", status.id);
        json.putObject("statusCategory")
                .put("self", self("statuscategory/" + status.categoryId))
                .put("id", status.categoryId)
                .put("key", status.categoryKey)
                .put("colorName", status.categoryColor)
                .put("name", status.categoryName);
        return json;
    }

    ObjectNode transition(IssueStatus to) {
        ObjectNode json = object();
        json.put("id", to.transitionId).put("name", to.title);
        json.set("to", status(to));
        return json.put("hasScreen", false)
                .put("isGlobal", true)
                .put("isInitial", false)
                .put("isAvailable", true)
                .put("isConditional", false);
    }

    ObjectNode comments(Issue issue, int startAt, int maxResults, boolean withProperties) {
        ObjectNode page = object();
        page.put("startAt", startAt).put("maxResults", maxResults);
        page.put("total", issue.comments().size());
        ArrayNode list = page.putArray("comments");
        issue.comments().stream()
                .skip(startAt)
                .limit(maxResults)
                .forEach(comment -> list.add(comment(issue, comment, withProperties)));
        return page;
    }

    ObjectNode comment(Issue issue, Issue.Comment comment, boolean withProperties) {
        ObjectNode json = object();
        json.put("self", self("issue/" + issue.id() + "/comment/" + comment.id()));
        json.put("id", Long.toString(comment.id()));
        json.set("author", author());
        json.set("body", comment.body());
        json.set("updateAuthor", author());
        json.put("created", time(comment.created())).put("updated", time(comment.created()));
        json.put("jsdPublic", true);
        if (withProperties) {
            ArrayNode properties = json.putArray("properties");
            comment.properties().forEach((name, value) -> properties.add(property(name, value)));
        }
        return json;
    }

    static ObjectNode property(String name, JsonNode value) {
        ObjectNode json = object();
        json.put("key", name);
        json.set("value", value);
        return json;
    }

    ObjectNode propertyKeys(Map<String, JsonNode> properties, String place) {
        ObjectNode json = object();
        ArrayNode keys = json.putArray("keys");
        properties
                .keySet()
                .forEach(name -> keys.addObject()
                        .put("self", self(place + "/properties/" + name))
                        .put("key", name));
        return json;
    }

    ObjectNode attachment(Issue.Attachment attachment) {
        ObjectNode json = object();
        json.put("self", self("attachment/" + attachment.id()));
        json.put("id", Long.toString(attachment.id())).put("filename", attachment.filename());
        json.set("author", author());
        return json.put("created", time(attachment.created()))
                .put("size", attachment.size())
                .put("mimeType", attachment.mimeType())
                .put("content", self("attachment/content/" + attachment.id()));
    }

    ObjectNode author() {
        return object().put("self", self("user?accountId=" + ACCOUNT_ID))
                .put("accountId", ACCOUNT_ID)
                .put("emailAddress", user)
                .put("displayName", "Verisim")
                .put("active", true)
                .put("timeZone", "Etc/UTC")
                .put("accountType", "atlassian");
    }

    ObjectNode created(Issue issue) {
        return object().put("id", Long.toString(issue.id()))
                .put("key", issue.key())
                .put("self", self("issue/" + issue.id()));
    }

    /** Whether a field is in a list such as {@code summary,-comment} or {@code *all}. */
    static Predicate<String> wanted(String list, boolean allByDefault) {
        Set<String> names = Set.of(list.replace(" ", "").split(",")).equals(Set.of(""))
                ? Set.of()
                : java.util.Arrays.stream(list.split(",", -1))
                        .map(String::trim)
                        .collect(java.util.stream.Collectors.toSet());
        boolean all = names.contains("*all")
                || names.contains("*navigable")
                || allByDefault && names.stream().allMatch(name -> name.startsWith("-"));
        return name -> !names.contains("-" + name) && (all || names.contains(name));
    }

    private String self(String path) {
        return base + "rest/api/3/" + path;
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
