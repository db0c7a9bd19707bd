package io.verisim.mock.crm;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of tables and the lists of records. */
final class ListPages {

    private static final int MAX_COLUMNS = 40;
    private static final int MAX_CELL = 60;

    private final Catalogue catalogue;
    private final Records records;
    private final boolean deliberateDefect;

    ListPages(Catalogue catalogue, Records records, boolean deliberateDefect) {
        this.catalogue = catalogue;
        this.records = records;
        this.deliberateDefect = deliberateDefect;
    }

    Response tables(Session session) throws SQLException {
        List<Html> rows = new ArrayList<>();
        for (CrmTable table : catalogue.tables()) {
            rows.add(Html.of(
                    """
                    <tr><td><a href="{}">{}</a></td><td>{}</td><td data-testid="count-{}">{}</td></tr>""",
                    Addresses.list(table),
                    table.name(),
                    table.columns().size(),
                    table.name(),
                    Layout.records(records.count(table))));
        }
        Html list = rows.isEmpty()
                ? Html.of("<p class=\"empty\">There are no tables yet.</p>")
                : Html.of("""
                        <div class="scroll"><table>
                        <thead><tr><th scope="col">Table</th><th scope="col">Fields</th><th scope="col">Size</th></tr></thead>
                        <tbody>{}</tbody></table></div>""", Html.join(rows));
        return Response.page(
                200,
                Layout.page("Tables", session, Html.of("<section class=\"card\"><h1>Tables</h1>{}</section>", list)));
    }

    Response list(CrmTable table, Request request, Session session) throws SQLException {
        SearchTerm term = SearchTerm.of(request.query().first("q").orElse(""), deliberateDefect);
        RecordPage page = records.page(table, term, pageNumber(request));
        return Response.page(
                200,
                Layout.page(
                        table.name(),
                        session,
                        Html.of(
                                """
                                <nav class="trail"><a href="{}">Tables</a></nav>
                                <section class="card">
                                <h1>{}</h1>
                                {}
                                <p class="summary" role="status" data-testid="paging-summary">{}</p>
                                {}
                                {}
                                </section>
                                """,
                                Addresses.TABLES,
                                table.name(),
                                searchForm(table, term),
                                summary(page, term),
                                Html.when(page.total() > 0, grid(table, page)),
                                paging(table, term, page))));
    }

    private static int pageNumber(Request request) {
        String text = request.query().first("page").orElse("1");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 1;
    }

    private static Html searchForm(CrmTable table, SearchTerm term) {
        return Html.of(
                """
                <form class="search" method="get" action="{}" role="search">
                <label for="q">Search</label>
                <input id="q" name="q" type="search" value="{}" maxlength="200">
                <button type="submit">Search</button>
                {}
                </form>
                """,
                Addresses.list(table),
                term.typed(),
                Html.when(
                        !term.isEmpty(),
                        Html.of("<a class=\"button quiet\" href=\"{}\">Clear</a>", Addresses.list(table))));
    }

    private static String summary(RecordPage page, SearchTerm term) {
        if (page.total() == 0) {
            return term.isEmpty() ? "There are no records yet." : "No records match “" + term.typed() + "”.";
        }
        return "Showing " + Layout.number(page.offset() + 1) + "–"
                + Layout.number(page.offset() + page.rows().size()) + " of " + Layout.records(page.total());
    }

    private static Html grid(CrmTable table, RecordPage page) {
        List<CrmColumn> shown = table.columns().stream().limit(MAX_COLUMNS).toList();
        List<Html> head = shown.stream()
                .map(column -> Html.of("<th scope=\"col\">{}</th>", column.name()))
                .toList();
        List<Html> rows = new ArrayList<>();
        long number = page.offset();
        for (CrmRecord row : page.rows()) {
            number++;
            List<Html> cells = shown.stream()
                    .map(column -> cell(column, row.values().get(column.name())))
                    .toList();
            rows.add(Html.of("""
                    <tr data-testid="record-row"><td class="open"><a href="{}" aria-label="Open record {}">{}</a></td>{}</tr>""", Addresses.record(table, row.key()), number, Layout.number(number), Html.join(cells)));
        }
        return Html.of(
                """
                <div class="scroll" tabindex="0" role="region" aria-label="Records"><table>
                <thead><tr><th scope="col">No.</th>{}</tr></thead><tbody>{}</tbody></table></div>
                {}
                """,
                Html.join(head),
                Html.join(rows),
                Html.when(
                        table.columns().size() > MAX_COLUMNS,
                        Html.of(
                                "<p class=\"note\">{} more fields on the page of each record.</p>",
                                table.columns().size() - MAX_COLUMNS)));
    }

    private static Html cell(CrmColumn column, @Nullable String value) {
        if (value == null) {
            return Html.of("<td class=\"none\" title=\"no value\">—</td>");
        }
        boolean cut = value.codePointCount(0, value.length()) > MAX_CELL;
        String text = cut ? value.substring(0, value.offsetByCodePoints(0, MAX_CELL)) + "…" : value;
        return column.isNumber() ? Html.of("<td class=\"number\">{}</td>", text) : Html.of("<td>{}</td>", text);
    }

    private static Html paging(CrmTable table, SearchTerm term, RecordPage page) {
        int last = page.pages();
        if (last == 1) {
            return Html.EMPTY;
        }
        return Html.of(
                """
                <nav class="paging" aria-label="Pages">{}{}
                <span data-testid="page-number">Page {} of {}</span>
                {}{}</nav>
                """,
                step(table, term, "First page", "« First", 1, page.number() > 1),
                step(table, term, "Previous page", "‹ Previous", page.number() - 1, page.number() > 1),
                Layout.number(page.number()),
                Layout.number(last),
                step(table, term, "Next page", "Next ›", page.number() + 1, page.number() < last),
                step(table, term, "Last page", "Last »", last, page.number() < last));
    }

    private static Html step(CrmTable table, SearchTerm term, String name, String text, int target, boolean possible) {
        return possible
                ? Html.of(
                        "<a class=\"button quiet\" href=\"{}\" aria-label=\"{}\">{}</a>",
                        Addresses.list(table, term, target),
                        name,
                        text)
                : Html.of("<span class=\"button quiet off\" aria-hidden=\"true\">{}</span>", text);
    }
}
