package io.verisim.mock.jira;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A query: which issues, in which order. Understood are AND, OR, NOT, parentheses, ORDER BY and the fields of {@link
 * JqlFields}.
 *
 * @param matches whether an issue is found
 * @param order in which order
 * @param bounded whether there is any restriction
 */
record Jql(Predicate<Issue> matches, Comparator<Issue> order, boolean bounded) {

    /** Reads a query; what it names must exist in the project list. */
    static Jql parse(String jql, List<String> projects) {
        return new Parser(JqlLexer.tokens(jql), new JqlFields(projects)).query();
    }

    /** Recursive descent over the tokens. */
    private static final class Parser {

        private final List<JqlLexer.Token> tokens;
        private final JqlFields fields;
        private int at;

        Parser(List<JqlLexer.Token> tokens, JqlFields fields) {
            this.tokens = tokens;
            this.fields = fields;
        }

        Jql query() {
            boolean bounded = at < tokens.size() && !peek("order");
            Predicate<Issue> matches = bounded ? either() : issue -> true;
            Comparator<Issue> order = peek("order")
                    ? order()
                    : Comparator.comparing(Issue::created).reversed();
            if (at < tokens.size()) {
                throw unexpected("Expecting either 'OR' or 'AND'");
            }
            return new Jql(
                    matches,
                    order.thenComparing(Comparator.comparingLong(Issue::id).reversed()),
                    bounded);
        }

        private Predicate<Issue> either() {
            Predicate<Issue> result = both();
            while (accept("or")) {
                result = result.or(both());
            }
            return result;
        }

        private Predicate<Issue> both() {
            Predicate<Issue> result = single();
            while (accept("and")) {
                result = result.and(single());
            }
            return result;
        }

        private Predicate<Issue> single() {
            if (accept("not")) {
                return single().negate();
            }
            if (accept("(")) {
                Predicate<Issue> inner = either();
                expect(")");
                return inner;
            }
            return clause();
        }

        private Predicate<Issue> clause() {
            String field = next("Expecting a field").text();
            JqlLexer.Token operator = next("Expecting an operator after '" + field + "'");
            if (operator.is("is")) {
                boolean not = accept("not");
                JqlLexer.Token empty = next("Expecting 'EMPTY' or 'NULL'");
                if (!empty.is("empty") && !empty.is("null")) {
                    at--;
                    throw unexpected("Expecting 'EMPTY' or 'NULL'");
                }
                return not ? fields.empty(field).negate() : fields.empty(field);
            }
            if (operator.is("not")) {
                expect("in");
                return fields.any(field, list()).negate();
            }
            if (operator.is("in")) {
                return fields.any(field, list());
            }
            String value =
                    next("Expecting a value after '" + operator.text() + "'").text();
            return fields.compare(field, operator.text(), value);
        }

        private List<String> list() {
            expect("(");
            List<String> values = new ArrayList<>();
            do {
                values.add(next("Expecting a value").text());
            } while (accept(","));
            expect(")");
            return values;
        }

        private Comparator<Issue> order() {
            expect("order");
            expect("by");
            Comparator<Issue> order = orderField();
            while (accept(",")) {
                order = order.thenComparing(orderField());
            }
            return order;
        }

        private Comparator<Issue> orderField() {
            Comparator<Issue> field =
                    fields.order(next("Expecting a field to order by").text());
            if (accept("desc")) {
                return field.reversed();
            }
            accept("asc");
            return field;
        }

        private boolean peek(String keyword) {
            return at < tokens.size() && tokens.get(at).is(keyword);
        }

        private boolean accept(String keyword) {
            if (peek(keyword)) {
                at++;
                return true;
            }
            return false;
        }

        private void expect(String keyword) {
            if (!accept(keyword)) {
                throw unexpected("Expecting '" + keyword.toUpperCase(Locale.ROOT) + "'");
            }
        }

        private JqlLexer.Token next(String wanted) {
            if (at >= tokens.size()) {
                throw unexpected(wanted);
            }
            return tokens.get(at++);
        }

        private Refusal unexpected(String wanted) {
            String but = at < tokens.size()
                    ? " but got '" + tokens.get(at).text() + "'. (line 1, character "
                            + tokens.get(at).column() + ")"
                    : " before the end of the query.";
            return Refusal.of(400, "Error in the JQL Query: " + wanted + but);
        }
    }
}
