package io.verisim.mock.crm;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A piece of HTML. Made from templates in the code alone: whatever is put into one is escaped, unless it is HTML. */
record Html(String text) {

    static final Html EMPTY = new Html("");

    /** Replaces each {@code {}} of the template by the next argument. */
    static Html of(String template, @Nullable Object... arguments) {
        StringBuilder html = new StringBuilder(template.length() + 64);
        int from = 0;
        for (Object argument : arguments) {
            int hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalArgumentException("More arguments than places in: " + template);
            }
            html.append(template, from, hole);
            html.append(argument instanceof Html inner ? inner.text : escape(Objects.toString(argument, "")));
            from = hole + 2;
        }
        return new Html(html.append(template, from, template.length()).toString());
    }

    static Html join(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::text).collect(Collectors.joining("\n")));
    }

    static Html when(boolean condition, Html html) {
        return condition ? html : EMPTY;
    }

    private static String escape(String text) {
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
}
