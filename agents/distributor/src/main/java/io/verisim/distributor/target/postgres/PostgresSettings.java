package io.verisim.distributor.target.postgres;

import io.verisim.distributor.target.ColumnMapping;
import io.verisim.distributor.target.TargetSettings;
import io.verisim.model.error.VerisimException;
import io.verisim.model.table.TableSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of a PostgreSQL target.
 *
 * @param schema schema of table and ledger
 * @param table name of the table
 * @param mode what happens to the rows that are there
 * @param key columns of the target by which rows are replaced, for {@link Mode#UPSERT}
 * @param credentials reference to credentials
 * @param limits how long things may take
 */
record PostgresSettings(String schema, String table, Mode mode, List<String> key, String credentials, Limits limits) {

    /** What happens to the rows that are there. */
    enum Mode {
        TRUNCATE_INSERT,
        APPEND,
        UPSERT;

        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How long things may take.
     *
     * @param statementSeconds one statement, such as the whole COPY
     * @param lockSeconds waiting for a lock
     * @param connectSeconds connecting
     */
    record Limits(int statementSeconds, int lockSeconds, int connectSeconds) {}

    private static final int DAY_SECONDS = 86_400;
    private static final int STATEMENT_SECONDS = 1_500;
    private static final int LOCK_SECONDS = 15;
    private static final int CONNECT_SECONDS = 10;

    static PostgresSettings of(TargetSettings settings, TableSchema schema, ColumnMapping mapping) {
        String wanted = settings.text("table").orElse(schema.name());
        String table = Sql.fitting(List.of(wanted)).getOrDefault(wanted, wanted);
        if (table.equals(Ledger.TABLE)) {
            throw settings.wrong("table", "is '" + table + "', where the loads are recorded");
        }
        String mode = settings.choice(
                "mode",
                Mode.TRUNCATE_INSERT.spelling(),
                List.of(Mode.TRUNCATE_INSERT.spelling(), Mode.APPEND.spelling(), Mode.UPSERT.spelling()));
        Mode chosen = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        return new PostgresSettings(
                settings.text("schema").orElse("public"),
                table,
                chosen,
                key(settings, chosen, mapping),
                settings.text("credentials").orElse(settings.name()),
                new Limits(
                        settings.number("timeoutSeconds", STATEMENT_SECONDS, DAY_SECONDS),
                        settings.number("lockTimeoutSeconds", LOCK_SECONDS, DAY_SECONDS),
                        CONNECT_SECONDS));
    }

    private static List<String> key(TargetSettings settings, Mode mode, ColumnMapping mapping) {
        List<String> key = settings.texts("key");
        if (mode == Mode.UPSERT && key.isEmpty()) {
            throw settings.wrong("key", "is missing, but mode upsert needs the key columns");
        }
        for (String column : key) {
            if (mapping.columns().stream().noneMatch(c -> c.target().equals(column))) {
                throw unknownKey(settings, column);
            }
        }
        return key;
    }

    private static VerisimException unknownKey(TargetSettings settings, String column) {
        return settings.wrong("key", "names column '" + column + "', which is not loaded");
    }

    /** JSON Schema of the settings. */
    static Map<String, Object> jsonSchema() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> texts = Map.of("type", "array", "items", text);
        return Map.of(
                "credentials",
                Map.of("type", "string", "description", "Name of credentials in the distributor's environment"),
                "schema",
                Map.of("type", "string", "default", "public"),
                "table",
                Map.of("type", "string", "description", "Name of the table; the dataset's by default"),
                "mode",
                Map.of("enum", List.of("truncate_insert", "append", "upsert"), "default", "truncate_insert"),
                "key",
                Map.of("type", "array", "items", text, "description", "Key columns of the target, for mode upsert"),
                "columns",
                Map.of(
                        "type",
                        "object",
                        "additionalProperties",
                        text,
                        "description",
                        "Names in the target by names in the dataset"),
                "exclude",
                texts,
                "timeoutSeconds",
                seconds(STATEMENT_SECONDS),
                "lockTimeoutSeconds",
                seconds(LOCK_SECONDS));
    }

    private static Map<String, Object> seconds(int usual) {
        return Map.of("type", "integer", "minimum", 1, "maximum", DAY_SECONDS, "default", usual);
    }

    String qualifiedTable() {
        return Sql.quoted(schema, table);
    }
}
