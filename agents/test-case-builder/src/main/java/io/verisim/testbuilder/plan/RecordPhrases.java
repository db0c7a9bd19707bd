package io.verisim.testbuilder.plan;

import io.verisim.model.testing.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Rows that scenarios speak of, and the page of a record. */
final class RecordPhrases {

    private static final int FIELDS_COMPARED = 8;

    private RecordPhrases() {}

    static List<Phrase> all() {
        return List.of(
                Phrase.of(
                        "a <record> whose \"…\" is unique",
                        "an? " + Phrase.NOUN + " whose " + Phrase.QUOTED + " is unique",
                        (draft, m) -> bindUnique(draft, name(m), draft.data().column(m.group(2)))),
                Phrase.of(
                        "a <record> whose \"…\" is known",
                        "an? " + Phrase.NOUN + " whose " + Phrase.QUOTED + " is known",
                        (draft, m) -> bindKnown(draft, name(m), draft.data().column(m.group(2)))),
                Phrase.of(
                        "a <record> whose \"…\" can be searched for",
                        "an? " + Phrase.NOUN + " whose " + Phrase.QUOTED + " can be searched for",
                        (draft, m) ->
                                bindSearchable(draft, name(m), draft.data().column(m.group(2)))),
                Phrase.of(
                        "a <record> with a field for numbers",
                        "an? " + Phrase.NOUN + " with a field for numbers",
                        (draft, m) -> bindNumber(draft, name(m))),
                Phrase.of(
                        "a <record> whose \"…\" is \"…\"",
                        "an? " + Phrase.NOUN + " whose " + Phrase.QUOTED + " is " + Phrase.QUOTED,
                        (draft, m) -> bindEqual(draft, name(m), draft.data().column(m.group(2)), m.group(3))),
                Phrase.of(
                        "a <record> that can be searched for",
                        "an? " + Phrase.NOUN + " that can be searched for",
                        (draft, m) -> bindSearchable(draft, name(m))),
                Phrase.of("a <record>", "an? " + Phrase.NOUN, (draft, m) -> bindAny(draft, name(m))),
                Phrase.of(
                        "I open the <record> | I open it",
                        "I open (?:the )?" + Phrase.NOUN + "(?: again)?",
                        (draft, m) -> open(draft, draft.row(name(m)))),
                Phrase.of(
                        "I see its values",
                        "I see " + Phrase.OWNER + " values",
                        (draft, m) -> expectValues(draft, draft.row(Phrase.owner(m, 1)))),
                Phrase.of(
                        "I see its \"…\"",
                        "I see " + Phrase.OWNER + " " + Phrase.QUOTED,
                        (draft, m) -> expectValue(
                                draft,
                                draft.row(Phrase.owner(m, 1)),
                                draft.data().column(m.group(3)))));
    }

    private static String name(MatchResult match) {
        return match.group(1).toLowerCase(Locale.ROOT);
    }

    private static void bindUnique(PlanDraft draft, String name, DataColumn column) {
        draft.bind(
                name,
                row -> column.occursOnce(row)
                        && SearchPhrases.isSearchable(draft, column, row)
                        && draft.data().search(column.shown(row).orElseThrow()).isUnique(),
                "has a \"" + column.name() + "\" that finds it alone");
    }

    private static void bindKnown(PlanDraft draft, String name, DataColumn column) {
        draft.bind(name, row -> column.shown(row).isPresent(), "has a \"" + column.name() + "\" that can be compared");
    }

    private static void bindEqual(PlanDraft draft, String name, DataColumn column, String value) {
        draft.bind(
                name,
                row -> column.shown(row).filter(value::equals).isPresent(),
                "has \"" + value + "\" in \"" + column.name() + "\"");
    }

    private static void bindSearchable(PlanDraft draft, String name) {
        draft.bind(
                name,
                row -> draft.data().columns().stream()
                        .anyMatch(column -> SearchPhrases.isSearchable(draft, column, row)),
                "has a value that can be searched for");
    }

    private static void bindSearchable(PlanDraft draft, String name, DataColumn column) {
        draft.bind(
                name,
                row -> SearchPhrases.isSearchable(draft, column, row),
                "has a \"" + column.name() + "\" that can be searched for");
    }

    private static void bindNumber(PlanDraft draft, String name) {
        draft.bind(
                name,
                row -> EditPhrases.numberField(draft, row).isPresent(),
                "has a number in a field that is not a key");
    }

    private static void bindAny(PlanDraft draft, String name) {
        draft.bind(
                name,
                row -> draft.data().columns().stream()
                        .anyMatch(column -> column.shown(row).isPresent()),
                "has a value that can be compared");
    }

    /** Opens a record by a value that only it has, else by its place in the list. */
    static void open(PlanDraft draft, BoundRow row) {
        ListPhrases.open(draft);
        Optional<DataColumn> finder = draft.rows().finder(row.row());
        if (finder.isPresent()) {
            SearchPhrases.find(draft, row, finder.get());
            ListPhrases.expectPage(draft);
            draft.click("Open the record found", PageElements.openRecord(1));
            return;
        }
        if (!draft.rows().hasKnownPlace(row.row(), draft.changesData())) {
            throw new CannotBind("No value tells row " + (row.row() + 1) + " from all others.");
        }
        if (row.row() >= RowChooser.PAGE) {
            draft.click("Go to the last page", PageElements.link("Last page"));
        }
        draft.click("Open record " + (row.row() + 1), PageElements.openRecord(row.row() + 1L));
    }

    private static void expectValues(PlanDraft draft, BoundRow row) {
        List<DataColumn> compared = draft.data().columns().stream()
                .filter(column -> column.shown(row.row()).isPresent())
                .limit(FIELDS_COMPARED)
                .toList();
        if (compared.isEmpty()) {
            throw new CannotBind("Row " + (row.row() + 1) + " has no value that can be compared.");
        }
        compared.forEach(column -> expectValue(draft, row, column));
    }

    private static void expectValue(PlanDraft draft, BoundRow row, DataColumn column) {
        Value reference = row.reference(column);
        draft.expectText(
                "The " + row.name() + "'s " + column.name() + " is shown", PageElements.value(column), reference);
    }
}
