package io.verisim.mock.jira;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The fields that a query can name: project, issuetype, status, statusCategory, labels, key, id, the texts, the dates. */
final class JqlFields {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final List<String> projects;

    JqlFields(List<String> projects) {
        this.projects = projects;
    }

    Predicate<Issue> compare(String field, String operator, String value) {
        return switch (operator) {
            case "=" -> equal(field, value);
            case "!=" -> equal(field, value).negate();
            case "~" -> contains(field, value);
            case "!~" -> contains(field, value).negate();
            case "<", "<=", ">", ">=" -> compareDate(field, operator, value);
            default ->
                throw Refusal.of(
                        400,
                        "Error in the JQL Query: Expecting operator but got '" + operator
                                + "'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN',"
                                + " 'IS' and 'IS NOT'.");
        };
    }

    Predicate<Issue> any(String field, List<String> values) {
        return values.stream().map(value -> equal(field, value)).reduce(issue -> false, Predicate::or);
    }

    Predicate<Issue> empty(String field) {
        return switch (normal(field)) {
            case "labels" -> issue -> issue.labels().isEmpty();
            case "description" -> issue -> issue.description() == null;
            case "project", "issuetype", "status", "statuscategory", "key", "summary", "created", "updated" ->
                issue -> false;
            default -> throw unknownField(field);
        };
    }

    private Predicate<Issue> equal(String field, String value) {
        return switch (normal(field)) {
            case "project" -> {
                String key = value.toUpperCase(Locale.ROOT);
                require(projects.contains(key), "project", value);
                yield issue -> issue.project().equals(key);
            }
            case "issuetype" -> {
                require(IssueType.of(value).isPresent(), "issuetype", value);
                yield issue -> issue.type() == IssueType.of(value).orElseThrow();
            }
            case "status" -> {
                require(IssueStatus.byTitle(value).isPresent(), "status", value);
                yield issue -> issue.status() == IssueStatus.byTitle(value).orElseThrow();
            }
            case "statuscategory" ->
                issue -> issue.status().categoryName.equalsIgnoreCase(value)
                        || issue.status().categoryKey.equalsIgnoreCase(value);
            case "labels" -> issue -> issue.labels().contains(value);
            case "key" ->
                issue -> issue.key().equalsIgnoreCase(value)
                        || Long.toString(issue.id()).equals(value);
            case "summary", "description", "text" ->
                throw Refusal.of(400, "The operator '=' is not supported by the '" + field + "' field.");
            case "created", "updated" -> {
                Instant day = date(field, value);
                yield issue -> dateOf(field).apply(issue).equals(day);
            }
            default -> throw unknownField(field);
        };
    }

    private static Predicate<Issue> contains(String field, String value) {
        Function<Issue, String> text = switch (normal(field)) {
            case "summary" -> Issue::summary;
            case "description" -> issue -> AdfRules.text(issue.description());
            case "text" -> JqlFields::allText;
            case "project", "issuetype", "status", "statuscategory", "labels", "key", "created", "updated" ->
                throw Refusal.of(400, "The operator '~' is not supported by the '" + field + "' field.");
            default -> throw unknownField(field);
        };
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
            String phrase = " " + words(value) + " ";
            return issue -> (" " + words(text.apply(issue)) + " ").contains(phrase);
        }
        List<String> wanted = List.of(value.toLowerCase(Locale.ROOT).trim().split("\\s+"));
        return issue -> {
            String all = " " + words(text.apply(issue)) + " ";
            return wanted.stream().allMatch(word -> containsWord(all, word));
        };
    }

    private static boolean containsWord(String all, String word) {
        return word.endsWith("*")
                ? all.contains(" " + words(word))
                : all.contains(" " + words(word) + " ") || words(word).isEmpty();
    }

    private static String allText(Issue issue) {
        StringBuilder text = new StringBuilder(issue.summary());
        text.append('\n').append(AdfRules.text(issue.description()));
        issue.comments().forEach(comment -> text.append('\n').append(AdfRules.text(comment.body())));
        return text.toString();
    }

    private static String words(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").trim();
    }

    private static Predicate<Issue> compareDate(String field, String operator, String value) {
        Function<Issue, Instant> of = dateOf(field);
        Instant bound = date(field, value);
        return switch (operator) {
            case "<" -> issue -> of.apply(issue).isBefore(bound);
            case "<=" -> issue -> !of.apply(issue).isAfter(bound);
            case ">" -> issue -> of.apply(issue).isAfter(bound);
            default -> issue -> !of.apply(issue).isBefore(bound);
        };
    }

    private static Function<Issue, Instant> dateOf(String field) {
        return switch (normal(field)) {
            case "created" -> Issue::created;
            case "updated" -> Issue::updated;
            case "project",
                    "issuetype",
                    "status",
                    "statuscategory",
                    "labels",
                    "key",
                    "summary",
                    "description",
                    "text" -> throw Refusal.of(400, "The operator is not supported by the '" + field + "' field.");
            default -> throw unknownField(field);
        };
    }

    private static Instant date(String field, String value) {
        String text = value.replace('/', '-');
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : LocalDateTime.parse(text, MINUTES).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw Refusal.of(
                    400,
                    "Date value '" + value + "' for field '" + field
                            + "' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd',"
                            + " 'yyyy-MM-dd'.");
        }
    }

    Comparator<Issue> order(String field) {
        return switch (normal(field)) {
            case "key" -> Comparator.comparing(Issue::project).thenComparingLong(Issue::number);
            case "project" -> Comparator.comparing(Issue::project);
            case "issuetype" -> Comparator.comparing(Issue::type);
            case "status" -> Comparator.comparing(Issue::status);
            case "summary" -> Comparator.comparing(Issue::summary);
            case "created" -> Comparator.comparing(Issue::created);
            case "updated" -> Comparator.comparing(Issue::updated);
            default -> throw unknownField(field);
        };
    }

    private static String normal(String field) {
        String lower = field.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "type" -> "issuetype";
            case "issuekey", "issue", "id" -> "key";
            case "createddate" -> "created";
            case "updateddate" -> "updated";
            default -> lower;
        };
    }

    private static void require(boolean exists, String field, String value) {
        if (!exists) {
            throw Refusal.of(400, "The value '" + value + "' does not exist for the field '" + field + "'.");
        }
    }

    private static Refusal unknownField(String field) {
        return Refusal.of(400, "Field '" + field + "' does not exist or you do not have permission to view it.");
    }
}
