package io.verisim.testbuilder.scenario;

import io.verisim.model.testing.ScenarioLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a scenario: Given, When, Then, And, But, or numbered steps under the headings Preconditions, Steps
 * and Expected results. What stands before the first step is narrative and is passed over.
 */
public final class ScenarioReader {

    private static final int MAX_LINE = 2_000;
    private static final Pattern KEYWORD = Pattern.compile("(?i)(given|when|then|and|but)\\b[:,]?\\s+(.+)");
    private static final Pattern HEADING =
            Pattern.compile("(?i)(pre-?conditions?|steps|test steps|expected(?: results?| behaviou?r)?)\\s*:\\s*(.*)");
    private static final Pattern BARE_HEADING =
            Pattern.compile("(?i)(pre-?conditions?|steps|test steps|expected results?)");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d{1,3}[.)]|[-*•#]+)\\s+(.+)");
    private static final Pattern TITLE = Pattern.compile("(?i)(scenario|feature|background)\\s*:.*");
    private static final Pattern OUTLINE = Pattern.compile("(?i)(scenario outline|examples)\\s*:.*");

    private final List<ScenarioStep> steps = new ArrayList<>();
    private @Nullable Keyword section;
    private @Nullable Keyword last;

    private ScenarioReader() {}

    /**
     * Reads a scenario.
     *
     * @throws LineNotUnderstood where a line after the first step is none, or there is no step at all
     */
    public static List<ScenarioStep> read(String text) throws LineNotUnderstood {
        ScenarioReader reader = new ScenarioReader();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (!line.isBlank()) {
                reader.line(new ScenarioLine(number, line.strip()));
            }
        }
        if (reader.steps.isEmpty()) {
            throw new LineNotUnderstood(
                    "It has no line that begins with Given, When or Then, and no numbered step.", null);
        }
        return List.copyOf(reader.steps);
    }

    private void line(ScenarioLine line) throws LineNotUnderstood {
        String text = plain(line.text());
        if (text.length() > MAX_LINE) {
            throw new LineNotUnderstood("Line " + line.number() + " is longer than " + MAX_LINE + " characters.", line);
        }
        if (OUTLINE.matcher(text).matches() || text.startsWith("|")) {
            throw new LineNotUnderstood("Line " + line.number() + ": outlines with examples are not supported.", line);
        }
        if (text.isEmpty() || isDecoration(text) || TITLE.matcher(text).matches()) {
            return;
        }
        Matcher heading = HEADING.matcher(text);
        if (heading.matches() || BARE_HEADING.matcher(text).matches()) {
            section = sectionOf(text);
            last = null;
            if (heading.matches() && !heading.group(2).isBlank()) {
                step(heading.group(2), line);
            }
            return;
        }
        step(text, line);
    }

    private void step(String text, ScenarioLine line) throws LineNotUnderstood {
        Matcher numbered = NUMBERED.matcher(text);
        boolean isNumbered = numbered.matches();
        String content = isNumbered ? plain(numbered.group(1)) : text;
        Matcher keyword = KEYWORD.matcher(content);
        if (keyword.matches()) {
            last = keywordOf(keyword.group(1), line);
            add(last, keyword.group(2), line);
        } else if (section != null) {
            add(section, content, line);
        } else if (isNumbered) {
            add(Keyword.WHEN, content, line);
        } else if (!steps.isEmpty()) {
            throw new LineNotUnderstood(
                    "Line " + line.number() + " begins with no keyword: \"" + line.text() + "\".", line);
        }
    }

    private void add(Keyword keyword, String phrase, ScenarioLine line) {
        String stripped = phrase.strip().replaceAll("\\s+", " ").replaceFirst("\\s*\\.$", "");
        steps.add(new ScenarioStep(keyword, stripped, line));
    }

    private Keyword keywordOf(String word, ScenarioLine line) throws LineNotUnderstood {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "given" -> Keyword.GIVEN;
            case "when" -> Keyword.WHEN;
            case "then" -> Keyword.THEN;
            default -> {
                if (last == null && section == null) {
                    throw new LineNotUnderstood(
                            "Line " + line.number() + " says \"" + word + "\" before any Given, When or Then.", line);
                }
                yield last == null && section != null ? section : java.util.Objects.requireNonNull(last);
            }
        };
    }

    private static Keyword sectionOf(String heading) {
        String word = heading.toLowerCase(Locale.ROOT);
        return word.startsWith("pre") ? Keyword.GIVEN : word.startsWith("expected") ? Keyword.THEN : Keyword.WHEN;
    }

    /** Without the emphasis of Jira's wiki markup and of Markdown. */
    private static String plain(String text) {
        return text.strip()
                .replaceFirst("^(?:\\*\\*|\\*|__|_)([A-Za-z][A-Za-z -]*:?)(?:\\*\\*|\\*|__|_)(?=\\s|$)", "$1")
                .replaceFirst("^h[1-6]\\.\\s+", "")
                .strip();
    }

    private static boolean isDecoration(String text) {
        return text.startsWith("```")
                || text.startsWith("{code")
                || text.startsWith("{noformat")
                || text.startsWith("@")
                || text.startsWith("# ")
                || text.matches("-{3,}");
    }
}
