package io.verisim.testbuilder.plan;

import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.Locator;
import java.util.Locale;

/** The elements and sentences of the system under test; all that is known of its pages stands here. */
final class PageElements {

    static final String SIGN_IN_PATH = "/sign-in";
    static final String TABLES_PATH = "/tables";

    static final Locator USER = new Locator.ByLabel("User name", true);
    static final Locator PASSWORD = new Locator.ByLabel("Password", true);
    static final Locator SIGN_IN = button("Sign in");
    static final Locator SIGN_OUT = button("Sign out");
    static final Locator SEARCH_FIELD = new Locator.ByRole(AriaRole.SEARCHBOX, "Search", true);
    static final Locator SEARCH = button("Search");
    static final Locator SUMMARY = new Locator.ByTestId("paging-summary");
    static final Locator PAGE_NUMBER = new Locator.ByTestId("page-number");
    static final Locator ROWS = new Locator.ByTestId("record-row");
    static final Locator EDIT = link("Edit");
    static final Locator SAVE = button("Save");
    static final Locator CANCEL = link("Cancel");

    static final String EMPTY = "There are no records yet.";
    static final String SAVED = "Saved.";
    static final String NOTHING_SAVED = "Nothing was saved";

    private PageElements() {}

    static Locator button(String name) {
        return new Locator.ByRole(AriaRole.BUTTON, name, true);
    }

    static Locator link(String name) {
        return new Locator.ByRole(AriaRole.LINK, name, true);
    }

    static Locator heading(String name) {
        return new Locator.ByRole(AriaRole.HEADING, name, true);
    }

    static Locator tableSize(String table) {
        return new Locator.ByTestId("count-" + table);
    }

    static Locator openRecord(long place) {
        return link("Open record " + place);
    }

    static Locator value(DataColumn column) {
        return new Locator.ByTestId("value-" + column.name());
    }

    static Locator error(DataColumn column) {
        return new Locator.ByTestId("error-" + column.name());
    }

    /** A field of the edit form by its label, or by its test id where white space would blur the label. */
    static Locator field(DataColumn column) {
        String name = column.name();
        boolean clear = name.equals(name.strip().replaceAll("\\s+", " "));
        return clear ? new Locator.ByLabel(name, true) : new Locator.ByTestId("field-" + name);
    }

    /** Such as {@code 1 record} and {@code 10,000 records}. */
    static String records(long count) {
        return number(count) + (count == 1 ? " record" : " records");
    }

    /** Such as {@code Showing 21–40 of 10,000 records}. */
    static String showing(int page, long total) {
        long first = (page - 1L) * RowChooser.PAGE + 1;
        long last = Math.min(total, first + RowChooser.PAGE - 1);
        return "Showing " + number(first) + "–" + number(last) + " of " + records(total);
    }

    static String pageOf(int page, int pages) {
        return "Page " + number(page) + " of " + number(pages);
    }

    static String noMatch(String typed) {
        return "No records match “" + typed + "”.";
    }

    /** What is said beside a field that got text instead of a value of its type. */
    static String complaint(DataColumn column) {
        return switch (column.type()) {
            case INTEGER -> "Enter a whole number.";
            case DECIMAL -> "Enter a number.";
            default -> throw new CannotBind("The field \"" + column.name() + "\" takes any text.");
        };
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
