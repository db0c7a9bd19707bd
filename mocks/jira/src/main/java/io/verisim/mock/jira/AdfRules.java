package io.verisim.mock.jira;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the service checks of an Atlassian Document: shape and known node types. */
final class AdfRules {

    private static final int MAX_DEPTH = 50;
    private static final Set<String> NODES = Set.of(
            "blockquote",
            "bulletList",
            "codeBlock",
            "date",
            "emoji",
            "expand",
            "hardBreak",
            "heading",
            "inlineCard",
            "listItem",
            "media",
            "mediaGroup",
            "mediaInline",
            "mediaSingle",
            "mention",
            "nestedExpand",
            "orderedList",
            "panel",
            "paragraph",
            "rule",
            "status",
            "table",
            "tableCell",
            "tableHeader",
            "tableRow",
            "taskItem",
            "taskList",
            "decisionItem",
            "decisionList",
            "text");
    private static final Set<String> MARKS = Set.of(
            "backgroundColor", "border", "code", "em", "link", "strike", "strong", "subsup", "textColor", "underline");

    private AdfRules() {}

    /** Whether the value is an Atlassian Document that would be taken. */
    static boolean valid(@Nullable JsonNode value) {
        return value instanceof ObjectNode doc
                && doc.path("type").asString("").equals("doc")
                && doc.path("version").asInt(0) == 1
                && doc.path("content") instanceof ArrayNode content
                && validChildren(content, 0);
    }

    private static boolean validChildren(ArrayNode nodes, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        for (JsonNode node : nodes) {
            if (!validNode(node, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean validNode(JsonNode node, int depth) {
        String type = node.path("type").asString("");
        if (!NODES.contains(type)) {
            return false;
        }
        if (type.equals("text") && node.path("text").asString("").isEmpty()) {
            return false;
        }
        for (JsonNode mark : node.path("marks")) {
            if (!MARKS.contains(mark.path("type").asString(""))) {
                return false;
            }
        }
        JsonNode content = node.path("content");
        return content.isMissingNode() || content instanceof ArrayNode array && validChildren(array, depth + 1);
    }

    /** Plain text as a document: one paragraph for each block of lines, line breaks kept. */
    static JsonNode document(String text) {
        ObjectNode doc = JsonNodeFactory.instance.objectNode();
        doc.put("type", "doc").put("version", 1);
        ArrayNode content = doc.putArray("content");
        for (String block : text.strip().split("\\R\\s*\\R", -1)) {
            ArrayNode inline = content.addObject().put("type", "paragraph").putArray("content");
            boolean first = true;
            for (String line : block.split("\\R", -1)) {
                if (!first) {
                    inline.addObject().put("type", "hardBreak");
                }
                if (!line.isEmpty()) {
                    inline.addObject().put("type", "text").put("text", line);
                }
                first = false;
            }
        }
        return doc;
    }

    /** The text of a document, a line for each block or break. */
    static String text(@Nullable JsonNode node) {
        if (node == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().strip();
    }

    private static void append(JsonNode node, StringBuilder text) {
        switch (node.path("type").asString("")) {
            case "text" -> text.append(node.path("text").asString(""));
            case "hardBreak" -> text.append('\n');
            default -> {
                node.path("content").forEach(child -> append(child, text));
                if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }
        }
    }
}
