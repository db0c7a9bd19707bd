package io.verisim.atlassian;

import java.util.regex.Pattern;

/** Names an issue, such as {@code CRM-12}. */
public record IssueKey(String value) implements Comparable<IssueKey> {

    private static final Pattern VALID = Pattern.compile("[A-Z][A-Z0-9_]{0,99}-[1-9][0-9]{0,17}");

    public IssueKey {
        if (!valid(value)) {
            throw new IllegalArgumentException("'" + value + "' is no issue key such as CRM-12");
        }
    }

    public static IssueKey of(String text) {
        return new IssueKey(text);
    }

    /** Whether a text has the form of an issue key. */
    public static boolean valid(String text) {
        return VALID.matcher(text).matches();
    }

    @Override
    public int compareTo(IssueKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
