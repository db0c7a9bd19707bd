package io.verisim.testbuilder.render.playwright;

import java.util.Locale;

/** Any text as a part of Java source that cannot be anything else than text. */
final class JavaText {

    private static final int MAX_COMMENT = 160;

    private JavaText() {}

    /** A string literal in ASCII. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c >= ' ' && c < 127) {
                        out.append(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** One line of a comment: no line ends, no backslashes that the compiler would read, no end of a comment. */
    static String comment(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(MAX_COMMENT).forEach(c -> {
            boolean plain = c >= ' ' && c < 127 && c != '\\';
            out.append(plain ? (char) c : Character.isLetter(c) && c < 0x250 ? (char) c : ' ');
        });
        return out.toString().replace("*/", "* /").strip();
    }

    /** A name for a variable or a class: letters and digits of the text, words joined by capitals. */
    static String camelCase(String text, boolean capital) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                boolean upper = capital || !out.isEmpty();
                out.append(
                        upper
                                ? word.substring(0, 1).toUpperCase(Locale.ROOT)
                                : word.substring(0, 1).toLowerCase(Locale.ROOT));
                String rest = word.substring(1);
                out.append(word.equals(word.toUpperCase(Locale.ROOT)) ? rest.toLowerCase(Locale.ROOT) : rest);
            }
        }
        return out.isEmpty() || Character.isDigit(out.charAt(0)) ? (capital ? "T" : "v") + out : out.toString();
    }
}
