package io.verisim.synthesizer.condition;

import io.verisim.model.error.VerisimException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a condition. */
final class Tokens {

    private static final String SIGNS = "=<>!(),";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SIGN,
        END
    }

    /**
     * One word.
     *
     * @param place where it begins, from 0
     */
    record Token(Kind kind, String text, int place) {}

    Tokens(String text) {
        this.text = text;
        int place = 0;
        while (place < text.length()) {
            place = Character.isWhitespace(text.charAt(place)) ? place + 1 : read(place);
        }
        tokens.add(new Token(Kind.END, "the end", text.length()));
    }

    private int read(int from) {
        char c = text.charAt(from);
        if (c == '\'' || c == '"' || c == '`' || c == '[') {
            return quoted(from, c == '[' ? ']' : c, c == '\'' ? Kind.STRING : Kind.QUOTED_NAME);
        }
        if (Character.isDigit(c) || ((c == '-' || c == '+' || c == '.') && digitFollows(from))) {
            int end = from + 1;
            while (end < text.length() && isOfNumber(end)) {
                end++;
            }
            return add(Kind.NUMBER, text.substring(from, end), from, end);
        }
        if (SIGNS.indexOf(c) >= 0) {
            boolean two = from + 1 < text.length()
                    && List.of("<=", ">=", "!=", "<>").contains(text.substring(from, from + 2));
            int end = from + (two ? 2 : 1);
            return add(Kind.SIGN, text.substring(from, end), from, end);
        }
        if (Character.isLetter(c) || c == '_') {
            int end = from + 1;
            while (end < text.length() && isOfWord(text.charAt(end))) {
                end++;
            }
            return add(Kind.WORD, text.substring(from, end), from, end);
        }
        throw wrong(from, "'" + c + "' has no meaning here");
    }

    private boolean digitFollows(int at) {
        return at + 1 < text.length() && (Character.isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '.');
    }

    private boolean isOfNumber(int at) {
        char c = text.charAt(at);
        boolean afterExponent = Character.toLowerCase(text.charAt(at - 1)) == 'e';
        return Character.isLetterOrDigit(c) || c == '.' || ((c == '-' || c == '+') && afterExponent);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$' || c == '#';
    }

    private int quoted(int from, char end, Kind kind) {
        StringBuilder inside = new StringBuilder();
        int place = from + 1;
        while (place < text.length()) {
            char c = text.charAt(place);
            if (c == end && place + 1 < text.length() && text.charAt(place + 1) == end) {
                place++;
            } else if (c == end) {
                return add(kind, inside.toString(), from, place + 1);
            }
            inside.append(c);
            place++;
        }
        throw wrong(from, "a quotation that begins here does not end");
    }

    private int add(Kind kind, String word, int from, int end) {
        tokens.add(new Token(kind, word, from));
        return end;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the next token where it is this sign or key word. */
    boolean take(String wanted) {
        Token token = peek();
        boolean is = (token.kind() == Kind.SIGN && token.text().equals(wanted))
                || (token.kind() == Kind.WORD
                        && token.text().toLowerCase(Locale.ROOT).equals(wanted));
        if (is) {
            next();
        }
        return is;
    }

    void expect(String wanted) {
        if (!take(wanted)) {
            throw wrong(peek().place(), "'" + wanted + "' is missing before " + name(peek()));
        }
    }

    static String name(Token token) {
        return token.kind() == Kind.END ? "the end" : "'" + token.text() + "'";
    }

    /** What is wrong, and where. */
    VerisimException wrong(int place, String what) {
        return VerisimException.configuration(
                "CONDITION_MALFORMED",
                "The condition is not understood at character " + (place + 1) + ": " + what + ". " + around(place),
                "Write it as in \"Contract = 'Two year' and (tenure > 24 or not \"Churn\" in ('Yes'))\".");
    }

    private String around(int place) {
        int from = Math.max(0, place - 20);
        int to = Math.min(text.length(), place + 20);
        return "It stands at the mark in: " + (from > 0 ? "…" : "") + text.substring(from, place) + "▸"
                + text.substring(place, to) + (to < text.length() ? "…" : "");
    }
}
