package io.verisim.distributor.target.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.agent.Credentials;
import io.verisim.distributor.target.Dataset;
import io.verisim.distributor.target.Datasets;
import io.verisim.distributor.target.LoadOutcome;
import io.verisim.distributor.target.LoadRequest;
import io.verisim.distributor.target.Target;
import io.verisim.distributor.target.TargetContract;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("services")
@ExtendWith(VerisimServices.class)
class PostgresTargetTest extends TargetContract {

    private final TargetDatabase database;

    PostgresTargetTest(TestServices services) {
        this.database = services.freshTargetDatabase();
    }

    @Override
    protected Target target() {
        return new PostgresTarget();
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("credentials", "crm");
    }

    @Override
    protected LoadRequest.Surroundings surroundings() throws IOException {
        return surroundings(database.loader());
    }

    private LoadRequest.Surroundings surroundings(DatabaseConnection as) throws IOException {
        return Datasets.surroundings(
                new Credentials("crm", as.jdbcUrl(), as.username(), as.password(), null),
                Path.of(""),
                Files.createTempDirectory(folder, "scratch"));
    }

    @Override
    protected List<List<@Nullable String>> rows(LoadOutcome outcome, List<String> columns) throws SQLException {
        return query(
                database.crm(),
                "SELECT " + Sql.quoted(columns) + " FROM " + Sql.quoted(outcome.place()) + " ORDER BY ctid");
    }

    @Override
    protected boolean holdsNothing(String table) throws SQLException {
        return query(database.loader(), "SELECT to_regclass('" + table + "') IS NULL")
                        .equals(List.of(List.of("t")))
                && query(database.loader(), "SELECT count(*) FROM verisim_load WHERE table_name = '" + table + "'")
                        .equals(List.of(List.of("0")));
    }

    private Dataset people(List<List<@Nullable String>> rows) throws IOException {
        return Datasets.of(folder, people("people"), List.of(rows));
    }

    private LoadOutcome load(Dataset dataset, Map<String, Object> more) throws IOException {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.putAll(more);
        return target().load(Datasets.request("postgres", settings, dataset, surroundings()), rows -> {});
    }

    @Test
    void columnsOfANewTableAreTypedAndDatesReadInTheirOwnFormat() throws Exception {
        TableSchema schema = new TableSchema(
                "typed",
                List.of(
                        key("id"),
                        Datasets.column("amount", ColumnType.DECIMAL).withFormat(null, 2),
                        Datasets.column("ratio", ColumnType.DECIMAL),
                        Datasets.column("active", ColumnType.BOOLEAN, "Yes|No"),
                        Datasets.column("born", ColumnType.DATE, "dd/MM/yyyy"),
                        Datasets.column("seen", ColumnType.DATETIME, "M/d/yyyy h:mm a"),
                        Datasets.column("at", ColumnType.DATETIME, "yyyy-MM-dd'T'HH:mm:ssXXX"),
                        Datasets.column("opens", ColumnType.TIME, "HH:mm"),
                        Datasets.column("odd", ColumnType.DATE, "G yyyy"),
                        Datasets.column("note", ColumnType.TEXT)));
        load(
                Datasets.of(
                        folder,
                        schema,
                        List.of(List.of(row(
                                "9007199254740993",
                                "12.50",
                                "1.5E-7",
                                "Yes",
                                "29/02/2024",
                                "3/4/2024 1:05 PM",
                                "2024-01-01T00:30:00+02:00",
                                "08:15",
                                "AD 2020",
                                "n")))),
                Map.of());
        assertThat(query(
                        database.loader(),
                        "SELECT string_agg(format_type(atttypid, NULL), ',' ORDER BY attnum) FROM pg_attribute"
                                + " WHERE attrelid = 'typed'::regclass AND attnum > 0"))
                .containsExactly(row("bigint,numeric,double precision,boolean,date,timestamp without time zone,"
                        + "timestamp with time zone,time without time zone,text,text"));
        assertThat(query(
                        database.crm(),
                        "SELECT id, amount, ratio, active, born, seen, at AT TIME ZONE 'UTC', opens, odd FROM typed"))
                .containsExactly(row(
                        "9007199254740993",
                        "12.50",
                        "1.5e-07",
                        "t",
                        "2024-02-29",
                        "2024-03-04 13:05:00",
                        "2023-12-31 22:30:00",
                        "08:15:00",
                        "AD 2020"));
        assertThat(query(
                        database.loader(),
                        "SELECT contype::text FROM pg_constraint WHERE conrelid = 'typed'::regclass AND contype = 'p'"))
                .containsExactly(row("p"));
    }

    private static ColumnSchema key(String name) {
        return new ColumnSchema(
                name, ColumnType.INTEGER, null, null, false, true, Strategy.KEY, SensitivityType.NONE, false);
    }

    @Test
    void aNewColumnWithValuesThatDoNotFitIsMadeTextAndANoteSaysSo() throws Exception {
        TableSchema schema =
                new TableSchema("messy", List.of(key("id"), Datasets.column("born", ColumnType.DATE, "yyyy-MM-dd")));
        LoadOutcome outcome = load(
                Datasets.of(
                        folder,
                        schema,
                        List.of(List.of(row("1", "2024-01-01"), row("2", "31.12.2024"), row(null, "2024-01-02")))),
                Map.of());
        assertThat(rows(outcome, List.of("id", "born")))
                .containsExactly(row("1", "2024-01-01"), row("2", "31.12.2024"), row(null, "2024-01-02"));
        assertThat(outcome.notes())
                .anySatisfy(note -> assertThat(note).contains("'born'", "row 2").doesNotContain("31.12.2024"))
                .anySatisfy(note -> assertThat(note).contains("'id'", "row 3"));
    }

    @Test
    void inAnExistingTableARowThatDoesNotFitIsNamedByRowAndColumnWithoutItsValue() throws Exception {
        execute("CREATE TABLE people (id int, name varchar(5))");
        execute("INSERT INTO people VALUES (7, 'old')");
        for (List<@Nullable String> bad : List.of(row("x12", "Bo"), row("99999999999", "Bo"), row("2", "Zacharias"))) {
            assertThatThrownBy(() -> load(people(List.of(row("1", "Ann"), bad)), Map.of()))
                    .isInstanceOfSatisfying(VerisimException.class, e -> {
                        assertThat(e.detail().category()).isEqualTo(ErrorCategory.DATA);
                        assertThat(e.detail().context())
                                .containsEntry("row", "2")
                                .containsEntry("column", bad.contains("Zacharias") ? "name" : "id");
                        assertThat(e.detail().toString())
                                .doesNotContain("x12")
                                .doesNotContain("99999999999")
                                .doesNotContain("Zacharias");
                    });
        }
        assertThat(query(database.loader(), "SELECT id FROM people")).containsExactly(row("7"));
        assertThat(query(database.loader(), "SELECT count(*) FROM verisim_load"))
                .containsExactly(row("0"));
    }

    @Test
    void modesReplaceAppendAndUpsert() throws Exception {
        load(people(List.of(row("1", "Ann"), row("2", "Bo"))), Map.of("key", List.of("id")));
        load(people(List.of(row("3", "Cy"))), Map.of("mode", "append"));
        assertThat(query(database.crm(), "SELECT name FROM people ORDER BY id"))
                .containsExactly(row("Ann"), row("Bo"), row("Cy"));
        load(people(List.of(row("2", "Bea"), row("4", "Di"))), Map.of("mode", "upsert", "key", List.of("id")));
        assertThat(query(database.crm(), "SELECT name FROM people ORDER BY id"))
                .containsExactly(row("Ann"), row("Bea"), row("Cy"), row("Di"));
        load(people(List.of(row("5", "Ed"))), Map.of());
        assertThat(query(database.crm(), "SELECT name FROM people")).containsExactly(row("Ed"));
    }

    @Test
    void aKeyThatOccursTwiceIsADataError() throws Exception {
        assertThatThrownBy(() -> load(people(List.of(row("1", "Ann"), row("1", "Bo"))), Map.of("key", List.of("id"))))
                .isInstanceOfSatisfying(VerisimException.class, e -> {
                    assertThat(e.detail().category()).isEqualTo(ErrorCategory.DATA);
                    assertThat(e).hasMessageContaining("unique").hasMessageContaining("people_pkey");
                });
    }

    @Test
    void aTableOfOursIsMadeAnewForOtherColumnsOneOfOthersNever() throws Exception {
        load(people(List.of(row("1", "Ann"))), Map.of());
        TableSchema wider = new TableSchema(
                "people", List.of(Datasets.column("id", ColumnType.TEXT), Datasets.column("city", ColumnType.TEXT)));
        Dataset dataset = Datasets.of(folder, wider, List.of(List.of(row("a", "Ulm"))));
        assertThat(load(dataset, Map.of()).notes()).singleElement().asString().contains("made anew");
        assertThat(query(database.crm(), "SELECT id, city FROM people")).containsExactly(row("a", "Ulm"));

        execute("CREATE TABLE theirs (id text)");
        assertThatThrownBy(() -> load(dataset, Map.of("table", "theirs")))
                .isInstanceOfSatisfying(VerisimException.class, e -> {
                    assertThat(e.detail().category()).isEqualTo(ErrorCategory.CONFIGURATION);
                    assertThat(e).hasMessageContaining("city");
                });
    }

    @Test
    void theLedgerIsWrittenWithTheRowsAndIsNotForTheSystemUnderTest() throws Exception {
        Dataset dataset = people(List.of(row("1", "Ann")));
        LoadRequest request = request(dataset);
        target().load(request, rows -> {});
        assertThat(query(
                        database.crm(),
                        "SELECT task_id, workflow_id, target, table_name, mode, rows, chunks_sha256[1],"
                                + " loaded_at AT TIME ZONE 'UTC' FROM verisim_load"))
                .containsExactly(row(
                        request.task().toString(),
                        request.workflow().toString(),
                        "test system",
                        "people",
                        "truncate_insert",
                        "1",
                        dataset.chunks().getFirst().sha256(),
                        "2026-01-02 03:04:05"));
        assertThatThrownBy(() -> query(database.crm(), "DELETE FROM verisim_load RETURNING 1"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void twoDeliveriesOfOneTaskAtOnceLoadOnce() throws Exception {
        Dataset dataset = people(List.of(row("1", "Ann"), row("2", "Bo")));
        Map<String, Object> append = Map.of("credentials", "crm", "mode", "append");
        LoadRequest request = Datasets.request("postgres", append, dataset, surroundings());
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<LoadOutcome> load = () -> target().load(request, rows -> {});
            List<Future<LoadOutcome>> both = threads.invokeAll(List.of(load, load));
            assertThat(List.of(both.get(0).get().repeated(), both.get(1).get().repeated()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(query(database.crm(), "SELECT count(*) FROM people")).containsExactly(row("2"));
    }

    @Test
    void namesThatAreTooLongForTheDatabaseAreCutAndStayDifferent() throws Exception {
        String stem = "How satisfied are you, all in all, with the service you have received from us this year";
        TableSchema schema = new TableSchema(
                "survey",
                List.of(
                        Datasets.column(stem + "?", ColumnType.INTEGER),
                        Datasets.column(stem + "!", ColumnType.INTEGER)));
        LoadOutcome outcome = load(Datasets.of(folder, schema, List.of(List.of(row("1", "2")))), Map.of());
        String first = outcome.columns().get(stem + "?");
        String second = outcome.columns().get(stem + "!");
        assertThat(first).isNotNull().isNotEqualTo(second).hasSizeLessThanOrEqualTo(63);
        assertThat(rows(outcome, List.of(String.valueOf(first), String.valueOf(second))))
                .containsExactly(row("1", "2"));
    }

    @Test
    void unknownCredentialsAreAConfigurationErrorThatSaysWhatToSet() throws Exception {
        Dataset dataset = people(List.of(row("1", "Ann")));
        assertThatThrownBy(() -> load(dataset, Map.of("credentials", "nobody")))
                .isInstanceOfSatisfying(VerisimException.class, e -> {
                    assertThat(e.detail().category()).isEqualTo(ErrorCategory.CONFIGURATION);
                    assertThat(e.detail().remedy())
                            .contains("verisim.credentials.nobody.url", "VERISIM_CREDENTIALS_NOBODY_URL", "_PASSWORD");
                });
    }

    @Test
    void whatIsWrongWithTheConnectionDecidesTheCategory() throws Exception {
        Dataset dataset = people(List.of(row("1", "Ann")));
        DatabaseConnection loader = database.loader();
        assertThat(category(dataset, new DatabaseConnection("127.0.0.1", 1, "x", "x", "x")))
                .isEqualTo(ErrorCategory.TRANSIENT);
        assertThat(category(dataset, loader.withDatabase("no_such_database"))).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThat(category(dataset, database.crm())).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThatThrownBy(() -> target().load(
                                Datasets.request(
                                        "postgres",
                                        settings(),
                                        dataset,
                                        Datasets.surroundings(
                                                new Credentials("crm", "jdbc:oracle:thin:@x", "u", "p", null),
                                                Path.of(""),
                                                folder)),
                                rows -> {}))
                .hasMessageContaining("none of PostgreSQL");
    }

    private ErrorCategory category(Dataset dataset, DatabaseConnection as) throws IOException {
        LoadRequest request = Datasets.request("postgres", settings(), dataset, surroundings(as));
        try {
            target().load(request, rows -> {});
        } catch (VerisimException e) {
            assertThat(e.detail().toString()).doesNotContain(as.password().isEmpty() ? "\0" : as.password() + " ");
            return e.detail().category();
        }
        throw new AssertionError("The load succeeded");
    }

    @Test
    void aLockedTableIsTransient() throws Exception {
        execute("CREATE TABLE people (id int, name text)");
        try (Connection holder = connect(database.loader());
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE people");
            assertThatThrownBy(() -> load(people(List.of(row("1", "Ann"))), Map.of("lockTimeoutSeconds", 1)))
                    .isInstanceOfSatisfying(
                            VerisimException.class,
                            e -> assertThat(e.detail().category()).isEqualTo(ErrorCategory.TRANSIENT));
        }
    }

    @Test
    void wrongSettingsAreNamed() throws Exception {
        Dataset dataset = people(List.of(row("1", "Ann")));
        Map<Map<String, Object>, String> wrong = Map.of(
                Map.of("mode", "merge"), "'mode'",
                Map.of("mode", "upsert"), "'key'",
                Map.of("key", List.of("x")), "'x'",
                Map.of("table", "verisim_load"), "recorded",
                Map.of("columns", Map.of("id", "name")), "two columns",
                Map.of("exclude", List.of("id", "name")), "no column",
                Map.of("timeoutSeconds", 0), "'timeoutSeconds'",
                Map.of("schema", "nowhere"), "nowhere");
        for (Map.Entry<Map<String, Object>, String> entry : wrong.entrySet()) {
            assertThatThrownBy(() -> load(dataset, entry.getKey()))
                    .isInstanceOfSatisfying(VerisimException.class, e -> {
                        assertThat(e.detail().category()).isEqualTo(ErrorCategory.CONFIGURATION);
                        assertThat(e).hasMessageContaining(entry.getValue());
                    });
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(database.loader());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<List<@Nullable String>> query(DatabaseConnection as, String sql) throws SQLException {
        try (Connection connection = connect(as);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<@Nullable String>> all = new ArrayList<>();
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    private static Connection connect(DatabaseConnection as) throws SQLException {
        return DriverManager.getConnection(as.jdbcUrl(), as.username(), as.password());
    }
}
