package io.verisim.synthesizer.condition;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.condition.Tokens.Kind;
import io.verisim.synthesizer.condition.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads conditions such as {@code Contract = 'Two year' and tenure between 12 and 24}.
 *
 * <pre>
 * or         = and {"or" and}
 * and        = not {"and" not}
 * not        = ["not"] (predicate | "(" or ")")
 * predicate  = column ( "is" ["not"] "null" | ["not"] "in" "(" value {"," value} ")"
 *            | ["not"] "between" value "and" value | operator (value | column) )
 * operator   = "=" | "!=" | "<>" | "<" | "<=" | ">" | ">="
 * </pre>
 *
 * A column is a word, or anything in double quotes, back quotes or brackets; a value a number, or a text or date in
 * single quotes; a quote inside is written twice.
 */
public final class ConditionParser {

    private static final Set<String> KEY_WORDS =
            Set.of("and", "or", "not", "is", "null", "in", "between", "true", "false");
    private static final int DEEPEST = 100;

    private final Layout layout;
    private final Tokens tokens;
    private int depth;

    private ConditionParser(String text, Layout layout) {
        this.layout = layout;
        tokens = new Tokens(text);
    }

    /**
     * Reads a condition on these columns.
     *
     * @throws VerisimException CONFIGURATION with the place where it is none, or names an unknown column or a value that
     *     its column cannot have
     */
    public static Condition parse(String text, Layout layout) {
        ConditionParser parser = new ConditionParser(text, layout);
        Condition condition = parser.or();
        Token rest = parser.tokens.peek();
        if (rest.kind() != Kind.END) {
            throw parser.tokens.wrong(
                    rest.place(), "nothing can follow here but 'and' or 'or', not " + Tokens.name(rest));
        }
        return condition;
    }

    private Condition or() {
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (tokens.take("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>(List.of(not()));
        while (tokens.take("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition not() {
        if (++depth > DEEPEST) {
            throw tokens.wrong(tokens.peek().place(), "more than " + DEEPEST + " parentheses stand in each other");
        }
        Condition condition;
        if (tokens.take("not")) {
            condition = new Condition.Not(not());
        } else if (tokens.take("(")) {
            condition = or();
            tokens.expect(")");
        } else {
            condition = predicate();
        }
        depth--;
        return condition;
    }

    private Condition predicate() {
        int column = column(tokens.next());
        if (tokens.take("is")) {
            boolean negated = tokens.take("not");
            tokens.expect("null");
            return negated ? new Condition.Not(new Condition.IsNull(column)) : new Condition.IsNull(column);
        }
        if (tokens.take("not")) {
            return new Condition.Not(memberOrBetween(column));
        }
        Token next = tokens.peek();
        if (isWord(next, "in") || isWord(next, "between")) {
            return memberOrBetween(column);
        }
        return comparison(column);
    }

    private static boolean isWord(Token token, String word) {
        return token.kind() == Kind.WORD && token.text().equalsIgnoreCase(word);
    }

    private Condition memberOrBetween(int column) {
        if (tokens.take("between")) {
            Literal low = literal(column, tokens.next());
            tokens.expect("and");
            Literal high = literal(column, tokens.next());
            return new Condition.And(List.of(
                    new Condition.Compare(column, Operator.AT_LEAST, low),
                    new Condition.Compare(column, Operator.AT_MOST, high)));
        }
        tokens.expect("in");
        tokens.expect("(");
        List<Condition> options = new ArrayList<>();
        do {
            options.add(new Condition.Compare(column, Operator.EQUAL, literal(column, tokens.next())));
        } while (tokens.take(","));
        tokens.expect(")");
        return new Condition.Or(options);
    }

    private Condition comparison(int column) {
        Token sign = tokens.next();
        Operator operator = sign.kind() == Kind.SIGN ? operator(sign.text()) : null;
        if (operator == null) {
            throw tokens.wrong(
                    sign.place(), "a comparison, 'in', 'between' or 'is null' is missing before " + Tokens.name(sign));
        }
        Token right = tokens.next();
        boolean isColumn = right.kind() == Kind.QUOTED_NAME
                || (right.kind() == Kind.WORD
                        && !KEY_WORDS.contains(right.text().toLowerCase(Locale.ROOT)));
        if (!isColumn) {
            return new Condition.Compare(column, operator, literal(column, right));
        }
        int other = column(right);
        boolean ordered = layout.isOrdered(column);
        boolean alike =
                layout.isNumber(column) == layout.isNumber(other) && layout.isTime(column) == layout.isTime(other);
        if (!alike) {
            throw tokens.wrong(
                    right.place(),
                    "column '" + layout.column(other).name() + "' cannot be compared with '"
                            + layout.column(column).name() + "'");
        }
        return new Condition.CompareColumns(column, operator, other, 0, ordered);
    }

    private static @org.jspecify.annotations.Nullable Operator operator(String sign) {
        return switch (sign) {
            case "=" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.AT_MOST;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.AT_LEAST;
            default -> null;
        };
    }

    private int column(Token token) {
        boolean isName = token.kind() == Kind.QUOTED_NAME || token.kind() == Kind.WORD;
        if (!isName) {
            throw tokens.wrong(token.place(), "a column is missing before " + Tokens.name(token));
        }
        return layout.find(token.text())
                .orElseThrow(() -> tokens.wrong(
                        token.place(),
                        "there is no column '" + token.text() + "'; there are "
                                + layout.columns().stream()
                                        .map(column -> column.name())
                                        .collect(Collectors.joining(", "))));
    }

    private Literal literal(int column, Token token) {
        boolean isTruth = isWord(token, "true") || isWord(token, "false");
        if (token.kind() != Kind.STRING && token.kind() != Kind.NUMBER && !isTruth) {
            String hint = isWord(token, "null") ? "; 'is null' asks for missing values" : "";
            throw tokens.wrong(token.place(), "a value is missing before " + Tokens.name(token) + hint);
        }
        return layout.literal(column, token.text())
                .orElseThrow(() -> tokens.wrong(
                        token.place(),
                        Tokens.name(token) + " can be no value of column '"
                                + layout.column(column).name() + "', which is of type "
                                + layout.column(column).type()));
    }
}
