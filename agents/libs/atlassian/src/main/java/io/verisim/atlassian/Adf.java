package io.verisim.atlassian;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document in the Atlassian Document Format, version 1. Immutable; built by adding blocks to {@link #empty()}.
 * Control characters are left out of texts, since Jira refuses them; an empty text adds nothing.
 *
 * @param json the document
 */
public record Adf(JsonNode json) {

    private static final int MAX_CODE = 20_000;

    public Adf {
        json = json.deepCopy();
    }

    public static Adf empty() {
        ObjectNode doc = JsonNodeFactory.instance.objectNode();
        doc.put("type", "doc").put("version", 1).putArray("content");
        return new Adf(doc);
    }

    /** A document from an answer; null and plain text (as REST v2 and older sites give) are taken too. */
    public static Adf of(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return empty();
        }
        if (node.isString()) {
            Adf document = empty();
            for (String block : node.asString("").split("\\R\\s*\\R", -1)) {
                document = document.paragraph(block);
            }
            return document;
        }
        return new Adf(node);
    }

    /** Adds a heading of level 1 to 6. */
    public Adf heading(int level, String text) {
        ObjectNode block = block("heading");
        block.putObject("attrs").put("level", Math.clamp(level, 1, 6));
        return inline(block, text);
    }

    /** Adds a paragraph; line breaks are kept. */
    public Adf paragraph(String text) {
        return inline(block("paragraph"), text);
    }

    /** Adds a coloured box: {@code info}, {@code success}, {@code warning} or {@code error}. */
    public Adf panel(String panelType, String text) {
        ObjectNode panel = block("panel");
        panel.putObject("attrs").put("panelType", panelType);
        ObjectNode paragraph = panel.putArray("content").addObject().put("type", "paragraph");
        return addText(paragraph, text) ? with(panel) : this;
    }

    /** Adds a numbered list. */
    public Adf numbered(List<String> items) {
        return list("orderedList", items);
    }

    /** Adds a list with bullets. */
    public Adf bullets(List<String> items) {
        return list("bulletList", items);
    }

    /** Adds text in a fixed width font, cut to 20,000 characters. */
    public Adf code(String text) {
        String clean = clean(text);
        if (clean.isBlank()) {
            return this;
        }
        ObjectNode block = block("codeBlock");
        block.putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", clean.length() <= MAX_CODE ? clean : clean.substring(0, MAX_CODE) + "…");
        return with(block);
    }

    private Adf list(String type, List<String> items) {
        ObjectNode list = block(type);
        ArrayNode content = list.putArray("content");
        for (String item : items) {
            ObjectNode paragraph = JsonNodeFactory.instance.objectNode().put("type", "paragraph");
            if (addText(paragraph, item)) {
                content.addObject().put("type", "listItem").putArray("content").add(paragraph);
            }
        }
        return content.isEmpty() ? this : with(list);
    }

    private Adf inline(ObjectNode block, String text) {
        return addText(block, text) ? with(block) : this;
    }

    private static boolean addText(ObjectNode block, String text) {
        String clean = clean(text);
        if (clean.isBlank()) {
            return false;
        }
        ArrayNode content = block.putArray("content");
        boolean first = true;
        for (String line : clean.strip().split("\n", -1)) {
            if (!first) {
                content.addObject().put("type", "hardBreak");
            }
            if (!line.isEmpty()) {
                content.addObject().put("type", "text").put("text", line);
            }
            first = false;
        }
        return true;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static ObjectNode block(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private Adf with(ObjectNode block) {
        ObjectNode copy = (ObjectNode) json.deepCopy();
        copy.withArray("content").add(block);
        return new Adf(copy);
    }

    /**
     * The text that a reader sees: a line for each block, break and table row, list items with {@code 1.} or {@code -},
     * an empty line between blocks.
     */
    public String plainText() {
        return AdfText.of(json);
    }
}
