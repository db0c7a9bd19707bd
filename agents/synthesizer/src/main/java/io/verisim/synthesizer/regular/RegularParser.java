package io.verisim.synthesizer.regular;

import io.verisim.model.error.VerisimException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the usual notation: literals, {@code .}, classes, {@code \d \w \s} and their opposites, groups, {@code |} and
 * quantifiers. Anchors may stand at the ends, where they say nothing, since a value is always matched as a whole.
 */
final class RegularParser {

    private static final int MOST_REPEATS = 1_000;

    private final String text;
    private int at;

    RegularParser(String text) {
        this.text = text;
    }

    Node parse() {
        if (peek('^')) {
            at++;
        }
        Node node = choice();
        if (peek('$') && at == text.length() - 1) {
            at++;
        }
        if (at < text.length()) {
            throw refused("has a '" + text.charAt(at) + "' that does not belong there");
        }
        return node;
    }

    private Node choice() {
        List<Node> options = new ArrayList<>(List.of(sequence()));
        while (peek('|')) {
            at++;
            options.add(sequence());
        }
        return options.size() == 1 ? options.getFirst() : new Node.Choice(options);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (at < text.length() && !peek('|') && !peek(')') && !(peek('$') && at == text.length() - 1)) {
            parts.add(repeated(atom()));
        }
        return new Node.Sequence(parts);
    }

    private Node repeated(Node node) {
        Node result = node;
        while (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
            char c = text.charAt(at);
            result = switch (c) {
                case '*' -> repeat(result, 0, -1, 1);
                case '+' -> repeat(result, 1, -1, 1);
                case '?' -> repeat(result, 0, 1, 1);
                default -> counted(result);
            };
        }
        return result;
    }

    private Node repeat(Node node, int least, int most, int characters) {
        at += characters;
        if (peek('?') || peek('+')) {
            throw refused("has a lazy or possessive quantifier");
        }
        return new Node.Repeat(node, least, most);
    }

    private Node counted(Node node) {
        int end = text.indexOf('}', at);
        String inside = end < 0 ? "" : text.substring(at + 1, end);
        if (!inside.matches("\\d{1,4}(,\\d{0,4})?")) {
            throw refused("has a '{' without a count such as {2} or {1,3}");
        }
        int comma = inside.indexOf(',');
        int least = Integer.parseInt(comma < 0 ? inside : inside.substring(0, comma));
        String upper = comma < 0 ? inside : inside.substring(comma + 1);
        int most = upper.isEmpty() ? -1 : Integer.parseInt(upper);
        if (Math.max(least, most) > MOST_REPEATS || (most >= 0 && most < least)) {
            throw refused("repeats {" + inside + "}, beyond " + MOST_REPEATS + " or the wrong way round");
        }
        return repeat(node, least, most, end + 1 - at);
    }

    private Node atom() {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> new Node.One(characterClass());
            case '.' -> new Node.One(CharSet.ANY);
            case '\\' -> new Node.One(escape());
            case '*', '+', '?', '{' -> throw refusedBefore("has nothing for '" + c + "' to repeat");
            case '^', '$' -> throw refusedBefore("has an anchor inside");
            default -> new Node.One(CharSet.range(c, c));
        };
    }

    private Node group() {
        if (text.startsWith("?:", at)) {
            at += 2;
        } else if (peek('?')) {
            throw refused("looks around, names a group or sets a flag");
        }
        Node node = choice();
        if (!peek(')')) {
            throw refused("has a group that is not closed");
        }
        at++;
        return node;
    }

    private CharSet escape() {
        if (at >= text.length()) {
            throw refused("ends with a backslash");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.negated();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.negated();
            case 's' -> CharSet.SPACE;
            case 'S' -> CharSet.SPACE.negated();
            case 't' -> CharSet.range('\t', '\t');
            case 'n' -> CharSet.range('\n', '\n');
            case 'r' -> CharSet.range('\r', '\r');
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw refusedBefore("has \\" + c + ", which is not known here");
                }
                yield CharSet.range(c, c);
            }
        };
    }

    private CharSet characterClass() {
        boolean negated = peek('^');
        at += negated ? 1 : 0;
        List<CharSet> sets = new ArrayList<>();
        boolean first = true;
        while (first || !peek(']')) {
            if (at >= text.length()) {
                throw refused("has a class '[' that is not closed");
            }
            first = false;
            CharSet from = classCharacter();
            boolean isRange = peek('-') && at + 1 < text.length() && text.charAt(at + 1) != ']';
            if (isRange && from.ranges().size() == 1 && from.ranges().getFirst().size() == 1) {
                at++;
                int low = from.ranges().getFirst().first();
                int high = classCharacter().ranges().getFirst().first();
                if (high < low) {
                    throw refused("has a range in a class that ends before it begins");
                }
                from = CharSet.range(low, high);
            }
            sets.add(from);
        }
        at++;
        CharSet all = CharSet.union(sets);
        return negated ? all.negated() : all;
    }

    private CharSet classCharacter() {
        char c = text.charAt(at++);
        return c == '\\' ? escape() : CharSet.range(c, c);
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private VerisimException refusedBefore(String why) {
        at--;
        return refused(why);
    }

    private VerisimException refused(String why) {
        return VerisimException.configuration(
                "PATTERN_UNSUPPORTED",
                String.format(Locale.ROOT, "The pattern '%s' %s (at character %d).", text, why, at + 1),
                "Use literals, '.', classes, \\d \\w \\s, groups, '|' and the quantifiers * + ? {m,n}.");
    }
}
