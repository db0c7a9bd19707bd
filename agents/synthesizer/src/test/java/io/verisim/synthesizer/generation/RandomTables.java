package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tables of random content with a column of each kind. */
final class RandomTables {

    private static final String[] GIVEN = {"Ada", "Bea", "Cleo", "Dora", "Eva", "Finn", "Gus", "Hugo", "Ivo", "Jan"};
    private static final String[] FAMILY = {"Abel", "Brandt", "Çelik", "Dvořák", "Ekström", "Faber", "Groß", "Hald"};
    private static final String[] CITIES = {"Aadorp", "Beek", "Cuijk"};

    private RandomTables() {}

    /** A table of at least two rows with keys, people, numbers, dates, categories and notes, some of it missing. */
    static TextTable people(RandomGenerator random, int rows) {
        List<TextColumn> columns = new ArrayList<>();
        columns.add(column("id", rows, row -> String.format(Locale.ROOT, "C-%05d", row * 3)));
        String[] given = new String[rows];
        String[] family = new String[rows];
        for (int row = 0; row < rows; row++) {
            given[row] = GIVEN[random.nextInt(GIVEN.length)];
            family[row] = FAMILY[random.nextInt(FAMILY.length)] + (char) ('a' + random.nextInt(26));
        }
        columns.add(column("first_name", rows, row -> given[row]));
        columns.add(column("last_name", rows, row -> family[row]));
        columns.add(column(
                "email",
                rows,
                row -> gap(random, given[row].toLowerCase(Locale.ROOT) + "." + row + "@corp" + row % 7 + ".test")));
        columns.add(column("phone", rows, row -> "06-" + (10_000_000 + random.nextInt(89_999_999))));
        columns.add(column("city", rows, row -> gap(random, CITIES[random.nextInt(CITIES.length)])));
        columns.add(column("amount", rows, row -> gap(random, cents(random.nextInt(1_000_000)))));
        columns.add(column("age", rows, row -> Integer.toString(18 + random.nextInt(70))));
        columns.add(column(
                "since",
                rows,
                row -> "20" + (10 + random.nextInt(10)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10)));
        columns.add(column(
                "note",
                rows,
                row -> gap(random, given[row] + " " + family[row] + " called about the bill. Ticket opened.")));
        return new TextTable("people", columns);
    }

    /** The table's schema, with the treatment that a classifier would recommend. */
    static TableSchema treated(TextTable table) {
        TableSchema inferred = TypeInference.infer(table);
        return new TableSchema(
                inferred.name(),
                inferred.columns().stream().map(RandomTables::treat).toList());
    }

    private static ColumnSchema treat(ColumnSchema column) {
        return switch (column.name()) {
            case "id" -> column.withTreatment(Strategy.KEY, SensitivityType.ID, true);
            case "first_name", "last_name" -> column.withTreatment(Strategy.PERSON, SensitivityType.NAME, true);
            case "email" -> column.withTreatment(Strategy.PERSON, SensitivityType.EMAIL, true);
            case "phone" -> column.withTreatment(Strategy.PATTERN, SensitivityType.PHONE, true);
            case "note" -> column.withTreatment(Strategy.TEXT, SensitivityType.FREE_TEXT, true);
            default -> column;
        };
    }

    static TextColumn column(String name, int rows, IntFunction<@Nullable String> value) {
        List<@Nullable String> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            values.add(value.apply(row));
        }
        return TextColumn.of(name, values);
    }

    private static @Nullable String gap(RandomGenerator random, String value) {
        return random.nextInt(10) == 0 ? null : value;
    }

    private static String cents(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }
}
