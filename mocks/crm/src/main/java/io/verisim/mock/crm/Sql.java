package io.verisim.mock.crm;

/** Names and patterns as parts of SQL. */
final class Sql {

    private Sql() {}

    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** A LIKE pattern that finds the text anywhere, its own wildcards taken literally; escape character {@code \}. */
    static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
