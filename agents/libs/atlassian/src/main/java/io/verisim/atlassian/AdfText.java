package io.verisim.atlassian;

import tools.jackson.databind.JsonNode;

/** Writes a document as plain text. */
final class AdfText {

    private static final int MAX_DEPTH = 100;

    private final StringBuilder out = new StringBuilder();

    private AdfText() {}

    static String of(JsonNode doc) {
        AdfText text = new AdfText();
        text.blocks(doc, "", 0);
        return text.out.toString().strip();
    }

    private void blocks(JsonNode parent, String indent, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        for (JsonNode node : parent.path("content")) {
            block(node, indent, depth);
        }
    }

    private void block(JsonNode node, String indent, int depth) {
        switch (node.path("type").asString("")) {
            case "paragraph", "heading" -> {
                line(indent + inline(node, depth).replace("\n", "\n" + indent));
                if (indent.isEmpty()) {
                    line("");
                }
            }
            case "codeBlock" -> {
                line(inline(node, depth));
                line("");
            }
            case "bulletList", "taskList", "decisionList" -> items(node, indent, false, depth);
            case "orderedList" -> items(node, indent, true, depth);
            case "tableRow" -> row(node, depth);
            case "table" -> {
                blocks(node, indent, depth + 1);
                line("");
            }
            case "rule" -> line("");
            default -> blocks(node, indent, depth + 1);
        }
    }

    private void items(JsonNode list, String indent, boolean numbered, int depth) {
        int number = list.path("attrs").path("order").asInt(1);
        for (JsonNode item : list.path("content")) {
            String mark = numbered ? number++ + ". " : "- ";
            int start = out.length();
            String inner = " ".repeat(indent.length() + mark.length());
            if (item.path("type").asString("").endsWith("Item")
                    && item.path("content").path(0).has("text")) {
                line(inner + inline(item, depth));
            } else {
                blocks(item, inner, depth + 1);
            }
            if (out.length() > start) {
                out.replace(start, start + inner.length(), indent + mark);
            }
        }
        if (indent.isEmpty()) {
            line("");
        }
    }

    private void row(JsonNode row, int depth) {
        StringBuilder cells = new StringBuilder("|");
        for (JsonNode cell : row.path("content")) {
            AdfText text = new AdfText();
            text.blocks(cell, "", depth + 1);
            cells.append(' ')
                    .append(text.out.toString().strip().replace("\n", " "))
                    .append(" |");
        }
        line(cells.toString());
    }

    private static String inline(JsonNode parent, int depth) {
        StringBuilder text = new StringBuilder();
        for (JsonNode node : parent.path("content")) {
            JsonNode attrs = node.path("attrs");
            switch (node.path("type").asString("")) {
                case "text" -> text.append(node.path("text").asString(""));
                case "hardBreak" -> text.append('\n');
                case "mention", "status" -> text.append(attrs.path("text").asString(""));
                case "emoji" ->
                    text.append(
                            attrs.path("text").asString(attrs.path("shortName").asString("")));
                case "inlineCard" -> text.append(attrs.path("url").asString(""));
                case "date" -> text.append(date(attrs.path("timestamp").asString("")));
                default -> {
                    if (depth < MAX_DEPTH) {
                        text.append(inline(node, depth + 1));
                    }
                }
            }
        }
        return text.toString();
    }

    private static String date(String millis) {
        return millis.matches("[0-9]{1,15}")
                ? java.time.Instant.ofEpochMilli(Long.parseLong(millis))
                        .toString()
                        .substring(0, 10)
                : millis;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
