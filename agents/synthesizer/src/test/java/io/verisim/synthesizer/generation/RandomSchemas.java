package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tables of random schemas: numbers with spikes, whole and with decimals, categories in several scripts, flags, dates and
 * moments, each with or without missing values, most of them depending on something that is not in the table; and columns
 * that identify people. The first column is a fine number, so that there is room for other records: where nearly all possible
 * ones are in the source, the guard leaves only unlikely ones, and no twin can be alike.
 */
final class RandomSchemas {

    private static final String[] WORDS = {
        "red", "Größe", "naïve", "日本", "Ærø", "שלום", "🚲 bike", "O'Neil, \"x\"", "ß", "a b", "ñandú", "x;y"
    };
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final RandomGenerator random;
    private final int rows;
    private final double[] hidden;
    private final List<TextColumn> columns = new ArrayList<>();
    private final List<ColumnSchema> schemas = new ArrayList<>();

    private RandomSchemas(RandomGenerator random, int rows) {
        this.random = random;
        this.rows = rows;
        hidden = random.doubles(rows).toArray();
    }

    /**
     * A table and how its columns are to be treated.
     *
     * @param source the rows
     * @param schema its columns
     */
    record Sample(TextTable source, TableSchema schema) {

        /** Names of the columns that are drawn from the model. */
        List<String> modelled() {
            return schema.columns().stream()
                    .filter(column -> column.strategy() == Strategy.MODEL)
                    .map(ColumnSchema::name)
                    .toList();
        }
    }

    /** One to seven statistical columns, of which those beyond the first are of any kind. */
    static Sample statistical(RandomGenerator random, int rows) {
        RandomSchemas made = new RandomSchemas(random, rows);
        made.add("c0", ColumnType.DECIMAL, made.decimals(3));
        for (int c = 1; c <= 1 + random.nextInt(6); c++) {
            made.anyColumn("c" + c);
        }
        return made.sample();
    }

    /** The same, and some columns that identify people. */
    static Sample withPeople(RandomGenerator random, int rows) {
        RandomSchemas made = new RandomSchemas(random, rows);
        made.add("c0", ColumnType.DECIMAL, made.decimals(3));
        for (int c = 1; c <= 1 + random.nextInt(4); c++) {
            made.anyColumn("c" + c);
        }
        for (int c = 0; c <= random.nextInt(4); c++) {
            made.identifying(c);
        }
        return made.sample();
    }

    private Sample sample() {
        return new Sample(new TextTable("random", columns), new TableSchema("random", schemas));
    }

    private void anyColumn(String name) {
        int levels = 2 + random.nextInt(10);
        boolean depends = random.nextInt(3) > 0;
        switch (random.nextInt(6)) {
            case 0 -> add(name, ColumnType.INTEGER, row -> Integer.toString((int) (1_000 * draw(depends, row))));
            case 1 -> add(name, ColumnType.DECIMAL, decimals(0));
            case 2 -> add(name, ColumnType.TEXT, row -> WORDS[(int) (levels * draw(depends, row))]);
            case 3 -> add(name, ColumnType.BOOLEAN, row -> draw(depends, row) < 0.3 ? "True" : "False");
            case 4 ->
                add(
                        name,
                        ColumnType.DATE,
                        row -> LocalDate.of(1999, 12, 1)
                                .plusDays((long) (3_000 * draw(depends, row)))
                                .toString());
            default ->
                add(
                        name,
                        ColumnType.DATETIME,
                        row -> LocalDateTime.of(2020, 2, 28, 23, 0)
                                .plusSeconds((long) (4e7 * draw(depends, row)))
                                .format(MOMENT));
        }
    }

    /** Numbers with two decimals of at least so many digits before them, a spike among them now and then. */
    private Cell decimals(int digits) {
        boolean spike = random.nextBoolean();
        double scale = Math.pow(10, digits + random.nextInt(3));
        return row -> spike && random.nextInt(4) == 0
                ? "0.00"
                : String.format(Locale.ROOT, "%.2f", scale * (draw(true, row) - 0.3) + random.nextGaussian());
    }

    private void identifying(int c) {
        switch (random.nextInt(5)) {
            case 0 -> people(c + "_last_name", SensitivityType.NAME, row -> "Rare" + (char) ('a' + c) + row / 2);
            case 1 -> people(c + "_mail", SensitivityType.EMAIL, row -> "p" + row / 3 + "@corp" + c + ".test");
            case 2 ->
                made(c + "_phone", Strategy.PATTERN, SensitivityType.PHONE, row -> "06-" + (10_000_000 + row * 97));
            case 3 -> made(c + "_id", Strategy.KEY, SensitivityType.ID, row -> String.format("ID-%06d", row * 7 + c));
            default ->
                made(
                        c + "_note",
                        Strategy.TEXT,
                        SensitivityType.FREE_TEXT,
                        row -> "Case " + (100_000 + row) + " of Zoë.");
        }
    }

    private void people(String name, SensitivityType type, Cell cell) {
        made(name, Strategy.PERSON, type, cell);
    }

    private void made(String name, Strategy strategy, SensitivityType type, Cell cell) {
        add(name, ColumnType.TEXT, cell);
        schemas.add(schemas.removeLast().withTreatment(strategy, type, true));
    }

    /** From 0 to 1, with the hidden thing or without. */
    private double draw(boolean depends, int row) {
        return depends ? 0.7 * hidden[row] + 0.3 * random.nextDouble() : random.nextDouble();
    }

    private void add(String name, ColumnType type, Cell cell) {
        boolean constant = type != ColumnType.DECIMAL && random.nextInt(10) == 0;
        double missing = random.nextInt(3) == 0 ? random.nextDouble() * 0.3 : 0;
        String always = cell.of(0);
        List<@Nullable String> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            values.add(random.nextDouble() < missing ? null : constant ? always : cell.of(row));
        }
        columns.add(TextColumn.of(name, values));
        String format = switch (type) {
            case DATE -> "yyyy-MM-dd";
            case DATETIME -> "yyyy-MM-dd HH:mm:ss";
            case BOOLEAN -> "True|False";
            default -> null;
        };
        schemas.add(ColumnSchema.of(name, type).withFormat(format, type == ColumnType.DECIMAL ? 2 : null));
    }

    private interface Cell {
        String of(int row);
    }
}
