package io.verisim.testbuilder.plan;

import io.verisim.model.testing.Value;
import java.util.List;
import java.util.Locale;

/** The list of tables, the list of records, and its pages. */
final class ListPhrases {

    private ListPhrases() {}

    static List<Phrase> all() {
        return List.of(
                Phrase.of(
                        "I open the list of tables",
                        "I open the list of tables",
                        (draft, m) -> draft.navigate("Open the list of tables", PageElements.TABLES_PATH)),
                Phrase.of("I open the table", "I open the (?:table|list(?: of records)?)", (draft, m) -> open(draft)),
                Phrase.of(
                        "the table is listed with its number of records",
                        "(?:I see (?:that )?)?the table is listed with its number of records",
                        (draft, m) -> draft.expectText(
                                "The table is listed with "
                                        + PageElements.records(draft.data().rows()),
                                PageElements.tableSize(draft.data().table()),
                                Value.literal(PageElements.records(draft.data().rows())))),
                Phrase.of("the list shows all records", "the list shows all (?:the )?records", (draft, m) -> {
                    draft.searchedForNothing();
                    expectPage(draft);
                }),
                Phrase.of(
                        "I go to the <next|previous|first|last> page",
                        "I (?:go|turn) to the (next|previous|first|last) page",
                        (draft, m) -> turn(draft, m.group(1).toLowerCase(Locale.ROOT))),
                Phrase.of("that page is shown", "(?:that|the right) page is shown", (draft, m) -> {
                    draft.expectText(
                            "The list says which page it is",
                            PageElements.PAGE_NUMBER,
                            Value.literal(PageElements.pageOf(draft.page(), draft.pages())));
                    expectPage(draft);
                }));
    }

    static void open(PlanDraft draft) {
        String table = draft.data().table();
        draft.navigate("Open the list of tables", PageElements.TABLES_PATH);
        draft.click("Open the table " + table, PageElements.link(table));
        draft.expectVisible("The list of records is shown", PageElements.heading(table));
        draft.searchedForNothing();
    }

    private static void turn(PlanDraft draft, String which) {
        draft.turnTo(
                switch (which) {
                    case "next" -> draft.page() + 1;
                    case "previous" -> draft.page() - 1;
                    case "first" -> 1;
                    default -> draft.pages();
                });
        if (draft.pages() == 1) {
            throw new CannotBind("The list has only one page.");
        }
        String name = which.substring(0, 1).toUpperCase(Locale.ROOT) + which.substring(1);
        draft.click("Go to the " + which + " page", PageElements.link(name + " page"));
    }

    /** The list shows the page it should, with the number of records it should. */
    static void expectPage(PlanDraft draft) {
        int listed = draft.listed();
        if (listed == 0) {
            draft.expectText("The list says that it is empty", PageElements.SUMMARY, Value.literal(PageElements.EMPTY));
            return;
        }
        String summary = PageElements.showing(draft.page(), listed);
        draft.expectText("The list says \"" + summary + "\"", PageElements.SUMMARY, Value.literal(summary));
        int onPage = Math.min(RowChooser.PAGE, listed - (draft.page() - 1) * RowChooser.PAGE);
        draft.expectCount("The list has " + PageElements.records(onPage) + " on this page", PageElements.ROWS, onPage);
    }
}
