package io.verisim.mock.jira;

import java.util.ArrayList;
import java.util.List;

/** Cuts JQL into words, quoted strings and signs. */
final class JqlLexer {

    private static final String SIGNS = "()=!~<>,";

    private JqlLexer() {}

    /** A piece of a query; {@code quoted} ones are never keywords. */
    record Token(String text, boolean quoted, int column) {

        boolean is(String keyword) {
            return !quoted && text.equalsIgnoreCase(keyword);
        }
    }

    static List<Token> tokens(String jql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < jql.length()) {
            char c = jql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                at = quoted(jql, at, tokens);
            } else if (SIGNS.indexOf(c) >= 0) {
                int end = at + 1;
                if ("!<>".indexOf(c) >= 0 && end < jql.length() && "=~".indexOf(jql.charAt(end)) >= 0) {
                    end++;
                }
                tokens.add(new Token(jql.substring(at, end), false, at + 1));
                at = end;
            } else {
                at = word(jql, at, tokens);
            }
        }
        return tokens;
    }

    private static int word(String jql, int start, List<Token> tokens) {
        int end = start;
        while (end < jql.length()
                && !Character.isWhitespace(jql.charAt(end))
                && SIGNS.indexOf(jql.charAt(end)) < 0
                && jql.charAt(end) != '"') {
            end++;
        }
        tokens.add(new Token(jql.substring(start, end), false, start + 1));
        return end;
    }

    private static int quoted(String jql, int start, List<Token> tokens) {
        char quote = jql.charAt(start);
        StringBuilder text = new StringBuilder();
        for (int at = start + 1; at < jql.length(); at++) {
            char c = jql.charAt(at);
            if (c == '\\' && at + 1 < jql.length()) {
                text.append(jql.charAt(++at));
            } else if (c == quote) {
                tokens.add(new Token(text.toString(), true, start + 1));
                return at + 1;
            } else {
                text.append(c);
            }
        }
        throw Refusal.of(
                400,
                "Error in the JQL Query: The quoted string '" + text + "' has not been completed. (line 1, character "
                        + (start + 1) + ")");
    }
}
