package io.verisim.testbuilder.plan;

import io.verisim.model.table.ColumnType;
import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;

/** The edit form of a record. Keys are not edited. */
final class EditPhrases {

    private static final int TRIES = 500;
    private static final List<ColumnType> EASIEST_FIRST =
            List.of(ColumnType.DECIMAL, ColumnType.INTEGER, ColumnType.TEXT, ColumnType.DATE);

    private EditPhrases() {}

    static List<Phrase> all() {
        return List.of(
                Phrase.of(
                        "I edit it",
                        "I edit (?:it|the [a-z]+)",
                        (draft, m) -> draft.click("Press Edit", PageElements.EDIT)),
                Phrase.changing(
                        "I change its \"…\" to \"…\"",
                        "I change " + Phrase.OWNER + " " + Phrase.QUOTED + " to " + Phrase.QUOTED,
                        (draft, m) -> change(
                                draft,
                                draft.row(Phrase.owner(m, 1)),
                                draft.data().column(m.group(3)),
                                m.group(4))),
                Phrase.changing(
                        "I change its \"…\"",
                        "I change " + Phrase.OWNER + " " + Phrase.QUOTED,
                        (draft, m) -> changeField(draft, m)),
                Phrase.changing(
                        "I change one of its values",
                        "I change one of (?:(its)|the ([a-z]+)[’']s) values",
                        (draft, m) -> changeAny(draft, draft.row(Phrase.owner(m, 1)))),
                Phrase.of(
                        "I save",
                        "I save(?: it| the record)?",
                        (draft, m) -> draft.click("Press Save", PageElements.SAVE)),
                Phrase.of("I cancel", "I cancel", (draft, m) -> draft.click("Press Cancel", PageElements.CANCEL)),
                Phrase.of("the change is saved", "the change is saved", (draft, m) -> {
                    draft.expectMessage("The page says that it was saved", AriaRole.STATUS, PageElements.SAVED);
                    expectNew(draft);
                }),
                Phrase.of("the change is still there", "the change is still there", (draft, m) -> expectNew(draft)),
                Phrase.of(
                        "I type \"…\" into its \"…\"",
                        "I (?:type|enter) " + Phrase.QUOTED + " into " + Phrase.OWNER + " " + Phrase.QUOTED,
                        (draft, m) -> type(
                                draft,
                                draft.row(Phrase.owner(m, 2)),
                                draft.data().column(m.group(4)),
                                m.group(1))),
                Phrase.of(
                        "I type \"…\" into its field for numbers",
                        "I (?:type|enter) " + Phrase.QUOTED + " into " + Phrase.OWNER + " field for numbers",
                        (draft, m) -> typeIntoNumber(draft, draft.row(Phrase.owner(m, 2)), m.group(1))),
                Phrase.of("the value is refused", "the value is refused", (draft, m) -> expectRefusal(draft)),
                Phrase.of("nothing was changed", "nothing (?:was|is|has been) changed", (draft, m) -> {
                    draft.click("Press Cancel", PageElements.CANCEL);
                    expectOld(draft);
                }));
    }

    private static void changeField(PlanDraft draft, MatchResult match) {
        BoundRow row = draft.row(Phrase.owner(match, 1));
        DataColumn column = draft.data().column(match.group(3));
        String value = newValue(draft, row, column)
                .orElseThrow(() -> new CannotBind("No other value suits the field \"" + column.name() + "\"."));
        change(draft, row, column, value);
    }

    /** Not the value by which the record is found, so that it is found again. */
    private static void changeAny(PlanDraft draft, BoundRow row) {
        Optional<DataColumn> finder = draft.rows().finder(row.row());
        List<DataColumn> columns = draft.data().columns().stream()
                .filter(column -> !column.mayBeKey())
                .filter(column -> !finder.map(column::equals).orElse(false))
                .filter(column -> EASIEST_FIRST.contains(column.type()))
                .sorted(Comparator.comparingInt(column -> EASIEST_FIRST.indexOf(column.type())))
                .toList();
        for (DataColumn column : columns) {
            Optional<String> value = newValue(draft, row, column);
            if (value.isPresent()) {
                change(draft, row, column, value.get());
                return;
            }
        }
        throw new CannotBind("No field of row " + (row.row() + 1) + " can be given another value.");
    }

    /** A value that another row has: it is sure to be a proper one. */
    private static Optional<String> newValue(PlanDraft draft, BoundRow row, DataColumn column) {
        Optional<String> old = column.shown(row.row());
        if (old.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt other = draft.rows()
                .first(
                        candidate -> column.shown(candidate)
                                .filter(value -> !value.equals(old.get()) && value.equals(value.strip()))
                                .filter(value -> draft.reservations().mayWrite(column, value))
                                .isPresent(),
                        TRIES);
        return other.isPresent() ? column.shown(other.getAsInt()) : Optional.empty();
    }

    private static void change(PlanDraft draft, BoundRow row, DataColumn column, String value) {
        if (column.mayBeKey()) {
            throw new CannotBind("The field \"" + column.name() + "\" may be a key, which cannot be edited.");
        }
        if (!draft.reservations().mayWrite(column, value)) {
            throw new CannotBind("Another scenario searches for \"" + value + "\".");
        }
        draft.reservations().write(column, value);
        type(draft, row, column, value);
    }

    private static void type(PlanDraft draft, BoundRow row, DataColumn column, String text) {
        row.reference(column);
        draft.fill("Type \"" + text + "\" into " + column.name(), PageElements.field(column), Value.literal(text));
        draft.entered(row, column, text);
    }

    private static void typeIntoNumber(PlanDraft draft, BoundRow row, String text) {
        DataColumn column = numberField(draft, row.row())
                .orElseThrow(() -> new CannotBind("The record has no field for numbers that is not a key."));
        type(draft, row, column, text);
    }

    /** A field of a row that holds a number and can be edited. */
    static Optional<DataColumn> numberField(PlanDraft draft, int row) {
        return draft.data().columns().stream()
                .filter(column -> column.isNumber() && !column.mayBeKey())
                .filter(column -> column.shown(row).isPresent())
                .findFirst();
    }

    private static void expectNew(PlanDraft draft) {
        PlanDraft.FieldEntry entry = draft.entry();
        draft.expectText(
                "The new " + entry.column().name() + " is shown",
                PageElements.value(entry.column()),
                Value.literal(entry.text()));
    }

    private static void expectRefusal(PlanDraft draft) {
        DataColumn column = draft.entry().column();
        draft.expectMessage("The page says that nothing was saved", AriaRole.ALERT, PageElements.NOTHING_SAVED);
        draft.expectText(
                "The reason stands beside " + column.name(),
                PageElements.error(column),
                Value.literal(PageElements.complaint(column)));
    }

    private static void expectOld(PlanDraft draft) {
        PlanDraft.FieldEntry entry = draft.entry();
        draft.expectText(
                "The old " + entry.column().name() + " is still there",
                PageElements.value(entry.column()),
                entry.row().reference(entry.column()));
    }
}
