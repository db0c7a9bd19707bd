package io.verisim.mock.crm;

import io.verisim.mock.crm.RecordPages.EditForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a record and its edit form look. */
final class RecordHtml {

    private static final int LONG_TEXT = 80;

    private RecordHtml() {}

    static Html details(CrmTable table, CrmRecord record, Session session, boolean saved) {
        List<Html> fields = table.columns().stream()
                .map(column -> field(column, record.values().get(column.name())))
                .toList();
        return Layout.page(
                table.name(),
                session,
                Html.of(
                        """
                        {}
                        <section class="card">
                        {}
                        <div class="heading"><h1>Record {}</h1>
                        <a class="button" href="{}">Edit</a></div>
                        <dl class="fields">{}</dl>
                        </section>
                        """,
                        trail(table),
                        Html.when(saved, Html.of("<p class=\"done\" role=\"status\">Saved.</p>")),
                        record.key().label(),
                        Addresses.edit(table, record.key()),
                        Html.join(fields)));
    }

    private static Html field(CrmColumn column, @Nullable String value) {
        return value == null
                ? Html.of(
                        "<div><dt>{}</dt><dd class=\"none\" title=\"no value\" data-testid=\"value-{}\">—</dd></div>",
                        column.name(),
                        column.name())
                : Html.of(
                        "<div><dt>{}</dt><dd data-testid=\"value-{}\">{}</dd></div>",
                        column.name(),
                        column.name(),
                        value);
    }

    static Html form(EditForm form, Session session) {
        List<Html> fields = new ArrayList<>();
        for (int i = 0; i < form.table().columns().size(); i++) {
            fields.add(input(form, form.table().columns().get(i), "f" + i));
        }
        int wrong = form.complaints().size();
        String problem = wrong > 0
                ? "Nothing was saved: " + (wrong == 1 ? "1 field needs" : wrong + " fields need") + " your attention."
                : Objects.requireNonNullElse(form.refusal(), "");
        RecordKey key = form.record().key();
        return Layout.page(
                form.table().name(),
                session,
                Html.of(
                        """
                        {}
                        <section class="card">
                        <h1>Edit record {}</h1>
                        {}
                        <form method="post" action="{}">
                        <input type="hidden" name="csrf" value="{}">
                        <div class="inputs">{}</div>
                        <div class="actions"><button type="submit">Save</button>
                        <a class="button quiet" href="{}">Cancel</a></div>
                        </form>
                        </section>
                        """,
                        trail(form.table()),
                        key.label(),
                        Html.when(!problem.isEmpty(), Html.of("<p class=\"alert\" role=\"alert\">{}</p>", problem)),
                        Addresses.edit(form.table(), key),
                        session.csrfToken(),
                        Html.join(fields),
                        Addresses.record(form.table(), key)));
    }

    private static Html input(EditForm form, CrmColumn column, String id) {
        String value = Objects.requireNonNullElse(form.content().get(column.name()), "");
        String complaint = form.complaints().get(column.name());
        Html state =
                complaint == null ? Html.EMPTY : Html.of(" aria-invalid=\"true\" aria-describedby=\"{}-error\"", id);
        return Html.of(
                """
                <div{}><label for="{}">{}</label>
                {}
                {}</div>
                """,
                complaint == null ? Html.EMPTY : Html.of(" class=\"wrong\""),
                id,
                column.name(),
                control(form, column, id, value, state),
                complaint == null
                        ? Html.EMPTY
                        : Html.of(
                                "<p class=\"error\" id=\"{}-error\" data-testid=\"error-{}\">{}</p>",
                                id,
                                column.name(),
                                complaint));
    }

    private static Html control(EditForm form, CrmColumn column, String id, String value, Html state) {
        String name = EditForm.fieldName(column);
        if (!form.isEditable(column)) {
            return Html.of(
                    "<input id=\"{}\" data-testid=\"field-{}\" value=\"{}\" readonly>", id, column.name(), value);
        }
        if (column.kind() == ColumnKind.BOOLEAN) {
            return Html.of(
                    "<select id=\"{}\" data-testid=\"field-{}\" name=\"{}\"{}>{}{}{}</select>",
                    id,
                    column.name(),
                    name,
                    state,
                    Html.when(column.nullable(), option("", value)),
                    option("Yes", value),
                    option("No", value));
        }
        if (value.indexOf('\n') >= 0 || value.length() > LONG_TEXT) {
            // A browser drops one line end right after the tag.
            return Html.of(
                    "<textarea id=\"{}\" data-testid=\"field-{}\" name=\"{}\" rows=\"4\"{}>\n{}</textarea>",
                    id,
                    column.name(),
                    name,
                    state,
                    value);
        }
        return Html.of(
                "<input id=\"{}\" data-testid=\"field-{}\" name=\"{}\" value=\"{}\"{}{}>",
                id,
                column.name(),
                name,
                value,
                column.isNumber() ? Html.of(" inputmode=\"decimal\"") : Html.EMPTY,
                state);
    }

    private static Html option(String text, String value) {
        return Html.of("<option{}>{}</option>", text.equals(value) ? Html.of(" selected") : Html.EMPTY, text);
    }

    private static Html trail(CrmTable table) {
        return Html.of("""
                <nav class="trail"><a href="{}">Tables</a> › <a href="{}">{}</a></nav>""", Addresses.TABLES, Addresses.list(table), table.name());
    }
}
