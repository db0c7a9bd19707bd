package io.verisim.testbuilder.plan;

import io.verisim.model.table.ColumnType;
import io.verisim.model.testing.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Searching, and what must be found: computed from the dataset itself. */
final class SearchPhrases {

    private static final String HOW = "( in capital letters| with a blank (?:behind|after|before) it)?";

    private SearchPhrases() {}

    static List<Phrase> all() {
        return List.of(
                Phrase.of(
                        "I search for its \"…\" [in capital letters | with a blank behind it | with a blank before it]",
                        "I search for " + Phrase.OWNER + " " + Phrase.QUOTED + HOW,
                        (draft, m) -> searchField(draft, m)),
                Phrase.of(
                        "I search for one of its values [in capital letters | …]",
                        "I search for one of (?:(its)|the ([a-z]+)[’']s) values" + HOW,
                        (draft, m) -> searchAnyField(draft, m)),
                Phrase.of(
                        "I search for \"…\" [in capital letters | …]",
                        "I search for " + Phrase.QUOTED + HOW,
                        (draft, m) -> searchText(draft, m.group(1), m.group(2))),
                Phrase.of(
                        "I search for a text that no record has",
                        "I search for (?:a )?text that no record has",
                        (draft, m) -> searchNothing(draft)),
                Phrase.of(
                        "the list shows exactly the matching records",
                        "the list shows exactly the (?:matching records|records that match)",
                        (draft, m) -> expectMatches(draft)),
                Phrase.of(
                        "the list shows <n> records",
                        "the list shows (\\d{1,9}|one) records?",
                        (draft, m) -> expectNumber(draft, m.group(1))),
                Phrase.of("no record is found", "no records? (?:is|are) found", (draft, m) -> expectNothing(draft)));
    }

    private static void searchField(PlanDraft draft, MatchResult match) {
        BoundRow row = draft.row(Phrase.owner(match, 1));
        search(draft, row, draft.data().column(match.group(3)), match.group(4));
    }

    /**
     * Of the values of the row, the one that finds the fewest records; if it is to be typed with a blank, rather one
     * where no text goes on after that blank, so that the blank makes a difference.
     */
    private static void searchAnyField(PlanDraft draft, MatchResult match) {
        BoundRow row = draft.row(Phrase.owner(match, 1));
        String how = match.group(3);
        DataColumn best = draft.data().columns().stream()
                .filter(column -> isSearchable(draft, column, row.row()))
                .min(Comparator.comparing(
                                (DataColumn column) -> draft.data().containsText(typed(row.text(column), how)))
                        .thenComparingInt(
                                column -> draft.data().search(row.text(column)).count()))
                .orElseThrow(() -> new CannotBind("No value of row " + (row.row() + 1) + " can be searched for."));
        search(draft, row, best, how);
    }

    /** Whether searching the value of a row gives the same in every target. */
    static boolean isSearchable(PlanDraft draft, DataColumn column, int row) {
        boolean searched = column.type() == ColumnType.TEXT || column.isNumber();
        return searched
                && column.shown(row)
                        .map(draft.data()::search)
                        .filter(found -> found.certain() && found.has(row))
                        .isPresent();
    }

    private static void search(PlanDraft draft, BoundRow row, DataColumn column, @Nullable String how) {
        String value = row.text(column);
        Value reference = row.reference(column);
        Matches found = certain(draft, value);
        if (!found.has(row.row())) {
            throw new CannotBind("The field \"" + column.name() + "\" cannot be searched.");
        }
        String typed = typed(value, how);
        Value term = typed.equals(value) ? reference : Value.literal(typed);
        submit(draft, "Type the " + row.name() + "'s " + column.name() + words(how), typed, term, found);
    }

    private static void searchText(PlanDraft draft, String text, @Nullable String how) {
        String typed = typed(text, how);
        submit(draft, "Type \"" + text + "\"" + words(how), typed, Value.literal(typed), certain(draft, text));
    }

    private static void searchNothing(PlanDraft draft) {
        String term = "zqx" + draft.data().rows();
        while (draft.data().search(term).count() > 0
                || !draft.data().search(term).certain()) {
            term = term + "q";
        }
        submit(
                draft,
                "Type a text that no record has",
                term,
                Value.literal(term),
                draft.data().search(term));
    }

    private static Matches certain(PlanDraft draft, String text) {
        Matches found = draft.data().search(text);
        if (!found.certain()) {
            throw new CannotBind("What a search for this value finds depends on how the target stores it.");
        }
        if (!draft.reservations().isSteady(found)) {
            throw new CannotBind("Another scenario changes data that this search would find.");
        }
        return found;
    }

    /** Finds the record by a value that only it has. */
    static void find(PlanDraft draft, BoundRow row, DataColumn column) {
        String value = row.text(column);
        Value reference = row.reference(column);
        submit(draft, "Type the " + row.name() + "'s " + column.name(), value, reference, certain(draft, value));
    }

    private static void submit(PlanDraft draft, String sentence, String typed, Value term, Matches found) {
        draft.fill(sentence, PageElements.SEARCH_FIELD, term);
        draft.click("Press Search", PageElements.SEARCH);
        draft.searched(typed, found);
    }

    private static String typed(String value, @Nullable String how) {
        if (how == null) {
            return value;
        }
        String way = how.toLowerCase(Locale.ROOT);
        if (way.contains("capital")) {
            return upperAscii(value);
        }
        return way.contains("before") ? " " + value : value + " ";
    }

    /** Databases differ in which letters beyond ASCII they take for the same. */
    private static String upperAscii(String text) {
        StringBuilder upper = new StringBuilder(text);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c >= 'a' && c <= 'z') {
                upper.setCharAt(i, (char) (c - 32));
            }
        }
        return upper.toString();
    }

    private static String words(@Nullable String how) {
        return how == null ? "" : "," + how.toLowerCase(Locale.ROOT);
    }

    private static void expectMatches(PlanDraft draft) {
        if (draft.lastSearch().isEmpty()) {
            throw new CannotBind("No line before searches.");
        }
        if (draft.listed() == 0) {
            expectNothing(draft);
        } else {
            ListPhrases.expectPage(draft);
        }
    }

    private static void expectNumber(PlanDraft draft, String number) {
        int wanted = number.equalsIgnoreCase("one") ? 1 : Integer.parseInt(number);
        if (draft.listed() != wanted) {
            throw new CannotBind("The dataset has " + draft.listed() + " such records, not " + wanted + ".");
        }
        ListPhrases.expectPage(draft);
    }

    private static void expectNothing(PlanDraft draft) {
        PlanDraft.LastSearch search = draft.lastSearch().orElseThrow(() -> new CannotBind("No line before searches."));
        if (search.matches().count() > 0) {
            throw new CannotBind(
                    "The dataset has " + PageElements.records(search.matches().count()) + " that match.");
        }
        String message = PageElements.noMatch(search.typed());
        draft.expectText("The list says that nothing matches", PageElements.SUMMARY, Value.literal(message));
        draft.expectCount("The list is empty", PageElements.ROWS, 0);
    }
}
