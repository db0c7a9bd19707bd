package io.verisim.mock.crm;

import static io.verisim.mock.crm.Visitor.linkNamed;
import static io.verisim.mock.crm.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrmServerTest {

    private static final String CUSTOMERS = "/tables/public/customers";
    private static final String ODD = "/tables/public/" + "we%22ird%2C%20t%C3%A0ble%3Cb%3E";

    private final TargetDatabase database;
    private final CrmServer server;
    private final Visitor visitor;

    CrmServerTest(TestServices services) throws Exception {
        database = services.freshTargetDatabase();
        server = CrmServer.start(options());
        visitor = new Visitor(server.uri());
    }

    private CrmOptions options() {
        DatabaseConnection crm = database.crm();
        return new CrmOptions(0, crm.jdbcUrl(), crm.username(), crm.password(), "agent", "let me in");
    }

    @BeforeAll
    void loadTables() throws Exception {
        execute("""
                CREATE TABLE customers (id text PRIMARY KEY, name text NOT NULL, age integer, balance numeric(10,2),
                    rate double precision, active boolean, born date, seen timestamp, notes text, tags text[]);
                INSERT INTO customers SELECT 'C-' || lpad(n::text, 3, '0'), 'Customer ' || n, 20 + n % 50, n + 0.50, n / 4.0,
                    n % 2 = 0, date '2000-01-01' + n, timestamp '2020-01-01 10:00:00' + n * interval '1 hour', NULL,
                    ARRAY['x'] FROM generate_series(1, 45) n;
                UPDATE customers SET name = 'Séan O''Hara <b>&amp;</b>', notes = E'first\\nsecond' WHERE id = 'C-007';
                UPDATE customers SET name = '100%_sure' WHERE id = 'C-008';
                CREATE TABLE "we""ird, tàble<b>" ("a ""q"" x" text, "b, c" integer, "<i>d</i>" text);
                INSERT INTO "we""ird, tàble<b>" VALUES ('same', 1, NULL), ('same', 1, NULL), ('other', 2, 'x');
                CREATE TABLE verisim_load (task text);
                CREATE TABLE "empty" (value text);
                CREATE TABLE "locked" (id integer PRIMARY KEY, value text);
                INSERT INTO "locked" VALUES (1, 'fixed');
                """);
        execute("REVOKE UPDATE ON \"locked\" FROM \"" + database.crm().username() + "\"");
        visitor.signIn("agent", "let me in");
    }

    @AfterAll
    void close() {
        visitor.close();
        server.close();
    }

    @Test
    void nobodySeesATableWithoutSigningIn() throws Exception {
        try (Visitor stranger = new Visitor(server.uri())) {
            assertThat(stranger.get("/tables").body())
                    .contains("<h1>Sign in</h1>")
                    .doesNotContain("customers");
            assertThat(stranger.signIn("agent", "wrong").get("/tables").body()).contains("<h1>Sign in</h1>");
            HttpResponse<String> refused =
                    stranger.post("/sign-in", "/sign-in", Map.of("user", "agent", "password", "wrong"));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("User name or password is wrong.");
        }
    }

    @Test
    void signingOutEndsTheVisit() throws Exception {
        try (Visitor other = new Visitor(server.uri()).signIn("agent", "let me in")) {
            assertThat(text(other.get("/tables"), "signed-in-user")).isEqualTo("agent");
            other.post("/tables", "/sign-out", Map.of());
            assertThat(other.get("/tables").body()).contains("<h1>Sign in</h1>");
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        HttpResponse<String> answer = visitor.post(CUSTOMERS + "/edit?key=C-001", Map.of("f.name", "Mallory"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(value("SELECT name FROM customers WHERE id = 'C-001'")).isEqualTo("Customer 1");
    }

    @Test
    void theTablesAreListedWithTheirSizesButNotTheLoadersBooks() throws Exception {
        HttpResponse<String> tables = visitor.get("/tables");

        assertThat(text(tables, "count-customers")).isEqualTo("45 records");
        assertThat(text(tables, "count-empty")).isEqualTo("0 records");
        assertThat(text(tables, "count-locked")).isEqualTo("1 record");
        assertThat(linkNamed(tables, "we&quot;ird, tàble&lt;b&gt;")).isEqualTo(ODD);
        assertThat(tables.body()).doesNotContain("verisim_load").doesNotContain("tàble<b>");
    }

    @Test
    void aListIsCutIntoPagesThatSayWhereTheyAre() throws Exception {
        HttpResponse<String> first = visitor.get(CUSTOMERS);
        assertThat(text(first, "paging-summary")).isEqualTo("Showing 1–20 of 45 records");
        assertThat(text(first, "page-number")).isEqualTo("Page 1 of 3");

        HttpResponse<String> second = visitor.get(linkNamed(first, "Next page"));
        assertThat(text(second, "paging-summary")).isEqualTo("Showing 21–40 of 45 records");

        HttpResponse<String> last = visitor.get(linkNamed(first, "Last page"));
        assertThat(text(last, "paging-summary")).isEqualTo("Showing 41–45 of 45 records");
        assertThat(last.body()).contains("C-045").doesNotContain("C-040");
        assertThat(visitor.get(CUSTOMERS + "?page=99").body()).contains("Showing 41–45");
        assertThat(visitor.get(CUSTOMERS + "?page=x").body()).contains("Showing 1–20");
        assertThat(text(visitor.get("/tables/public/empty"), "paging-summary")).isEqualTo("There are no records yet.");
    }

    @Test
    void searchFindsTextAnywhereAndNumbersByValue() throws Exception {
        assertThat(found("cUSTOMER 1")).isEqualTo("Showing 1–11 of 11 records");
        assertThat(found("%_sure")).isEqualTo("Showing 1–1 of 1 record");
        assertThat(found("%zz%")).isEqualTo("No records match “%zz%”.");
        assertThat(found("17.5")).isEqualTo("Showing 1–1 of 1 record");
        assertThat(found("' OR 1=1 --")).isEqualTo("No records match “' OR 1=1 --”.");
        assertThat(found("  C-007")).isEqualTo("Showing 1–1 of 1 record");
        assertThat(found("   ")).isEqualTo("Showing 1–20 of 45 records");
    }

    @Test
    void theDeliberateDefectIsThatABlankBehindTheTermCounts() throws Exception {
        assertThat(found("C-007 ")).isEqualTo("No records match “C-007 ”.");
        try (CrmServer correct = CrmServer.start(options().withoutDefect());
                Visitor other = new Visitor(correct.uri()).signIn("agent", "let me in")) {
            assertThat(text(other.get(CUSTOMERS + "?q=C-007+"), "paging-summary"))
                    .isEqualTo("Showing 1–1 of 1 record");
        }
    }

    @Test
    void aRecordShowsItsValuesAsPeopleReadThem() throws Exception {
        HttpResponse<String> page = visitor.get(linkNamed(visitor.get(CUSTOMERS + "?q=C-007"), "Open record 1"));

        assertThat(text(page, "value-name")).isEqualTo("Séan O'Hara <b>&amp;</b>");
        assertThat(page.body()).doesNotContain("O'Hara").doesNotContain("<b>&amp;</b>");
        assertThat(text(page, "value-balance")).isEqualTo("7.5");
        assertThat(text(page, "value-rate")).isEqualTo("1.75");
        assertThat(text(page, "value-active")).isEqualTo("No");
        assertThat(text(page, "value-born")).isEqualTo("2000-01-08");
        assertThat(text(page, "value-seen")).isEqualTo("2020-01-01 17:00:00");
        assertThat(text(page, "value-notes")).isEqualTo("first\nsecond");
        assertThat(text(visitor.get(CUSTOMERS + "/record?key=C-001"), "value-notes"))
                .isEqualTo("—");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : new String[] {
            "/nowhere",
            "/tables/public/verisim_load",
            "/tables/public/none",
            "/tables/pg_catalog/pg_class",
            CUSTOMERS + "/record?key=C-999",
            CUSTOMERS + "/record",
            CUSTOMERS + "/record?content=zz",
            CUSTOMERS + "/other",
            "/tables/public/locked/record?key=abc",
            "/tables/customers"
        }) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get("/tables?q=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void anEditIsSavedAndChangesNothingElse() throws Exception {
        String before = value("SELECT md5(string_agg(c::text, '' ORDER BY id)) FROM customers c WHERE id <> 'C-030'");
        String edit = CUSTOMERS + "/edit?key=C-030";
        HttpResponse<String> saved = visitor.post(
                edit,
                edit,
                Map.of(
                        "f.id",
                        "hacked",
                        "f.name",
                        "D'Arcy; DROP TABLE x",
                        "f.age",
                        " 44 ",
                        "f.balance",
                        "-12.25",
                        "f.active",
                        "No",
                        "f.born",
                        "1999-12-31",
                        "f.notes",
                        ""));

        assertThat(text(saved, "value-name")).isEqualTo("D'Arcy; DROP TABLE x");
        assertThat(saved.body()).contains("Saved.");
        assertThat(value("SELECT ROW(id, name, age, balance, rate, active, born, seen, notes)::text FROM customers"
                        + " WHERE id = 'C-030'"))
                .isEqualTo("(C-030,\"D'Arcy; DROP TABLE x\",44,-12.25,7.5,f,1999-12-31,\"2020-01-02 16:00:00\",)");
        assertThat(value("SELECT md5(string_agg(c::text, '' ORDER BY id)) FROM customers c WHERE id <> 'C-030'"))
                .isEqualTo(before);
    }

    @Test
    void aWrongValueIsRefusedBesideItsField() throws Exception {
        String edit = CUSTOMERS + "/edit?key=C-031";
        HttpResponse<String> refused = visitor.post(
                edit,
                edit,
                Map.of(
                        "f.name",
                        "",
                        "f.age",
                        "old",
                        "f.balance",
                        "much",
                        "f.rate",
                        "1e5",
                        "f.active",
                        "perhaps",
                        "f.born",
                        "2023-02-30",
                        "f.seen",
                        "yesterday"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing was saved: 7 fields need your attention.");
        assertThat(text(refused, "error-name")).isEqualTo("This field must not be empty.");
        assertThat(text(refused, "error-age")).isEqualTo("Enter a whole number.");
        assertThat(text(refused, "error-balance")).isEqualTo("Enter a number.");
        assertThat(text(refused, "error-rate")).isEqualTo("Enter a number.");
        assertThat(text(refused, "error-active")).isEqualTo("Choose Yes or No.");
        assertThat(text(refused, "error-born")).isEqualTo("Enter a date as yyyy-mm-dd.");
        assertThat(text(refused, "error-seen")).isEqualTo("Enter date and time as yyyy-mm-dd hh:mm:ss.");
        assertThat(refused.body()).contains("value=\"old\"");
        assertThat(value("SELECT age::text FROM customers WHERE id = 'C-031'")).isEqualTo("51");

        assertThat(text(visitor.post(edit, edit, Map.of("f.age", "3000000000")), "error-age"))
                .isEqualTo("This number is too large.");
        assertThat(visitor.post(edit, edit, Map.of("f.balance", "123456789012")).body())
                .contains("The database refused a value, so nothing was saved.");
    }

    @Test
    void inATableWithoutKeyOneOfTwoEqualRecordsIsEdited() throws Exception {
        HttpResponse<String> list = visitor.get(ODD);
        assertThat(text(list, "paging-summary")).isEqualTo("Showing 1–3 of 3 records");
        String record = linkNamed(list, "Open record 1");
        assertThat(text(visitor.get(record), "value-a &quot;q&quot; x")).isEqualTo("same");

        String edit = record.replace("/record?", "/edit?");
        HttpResponse<String> saved = visitor.post(edit, edit, Map.of("f.<i>d</i>", "new <i>", "f.b, c", "5"));

        assertThat(text(saved, "value-b, c")).isEqualTo("5");
        assertThat(value("SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM \"we\"\"ird, tàble<b>\" t"))
                .isEqualTo("(other,2,x) (same,1,) (same,5,\"new <i>\")");
    }

    @Test
    void whoMayNotEditIsTold() throws Exception {
        String edit = "/tables/public/locked/edit?key=1";

        assertThat(visitor.post(edit, edit, Map.of("f.value", "other")).body())
                .contains("You may not change records of this table.");
    }

    @Test
    void aFormBeyondTheLimitIsRefused() throws Exception {
        HttpResponse<String> refused =
                visitor.post(CUSTOMERS + "/edit?key=C-001", Map.of("f.notes", "x".repeat(5 << 20)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void optionsKeepTheirSecrets() {
        assertThat(options().toString())
                .doesNotContain("let me in")
                .doesNotContain(database.crm().password());
    }

    private String found(String term) throws Exception {
        return text(
                visitor.get(
                        CUSTOMERS + "?q=" + java.net.URLEncoder.encode(term, java.nio.charset.StandardCharsets.UTF_8)),
                "paging-summary");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = loader();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = loader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Connection loader() throws SQLException {
        DatabaseConnection loader = database.loader();
        return DriverManager.getConnection(loader.jdbcUrl(), loader.username(), loader.password());
    }
}
