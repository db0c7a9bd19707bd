package io.verisim.testexecutor.report;

import java.util.Locale;

/** Builds HTML in which every text is escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of our own; never text from outside. */
    Html raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** An element with escaped text. */
    Html element(String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** An element with a class of our own and escaped text. */
    Html element(String name, String cssClass, String text) {
        out.append('<').append(name).append(" class=\"").append(cssClass).append("\">");
        out.append(escape(text)).append("</").append(name).append(">\n");
        return this;
    }

    /** A table row of escaped cells. */
    Html row(String... cells) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append("<td>").append(escape(cell)).append("</td>");
        }
        out.append("</tr>\n");
        return this;
    }

    /** The head row of a table. */
    Html head(String... cells) {
        out.append("<thead><tr>");
        for (String cell : cells) {
            out.append("<th scope=\"col\">").append(escape(cell)).append("</th>");
        }
        out.append("</tr></thead>\n");
        return this;
    }

    /** A figure with a caption, for the row of figures at the top of a section. */
    Html figure(String value, String caption, String note) {
        raw("<div class=\"figure\">");
        element("strong", value).element("span", caption);
        if (!note.isEmpty()) {
            element("small", note);
        }
        return raw("</div>");
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
