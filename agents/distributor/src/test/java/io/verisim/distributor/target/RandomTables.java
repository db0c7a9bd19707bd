package io.verisim.distributor.target;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tables of any shape, with awkward values. */
public final class RandomTables {

    private static final String[] AWKWARD = {
        "",
        " ",
        "NULL",
        "\\N",
        "\\",
        "a,b",
        "\"",
        "''",
        "\t",
        "\n",
        "\r\n",
        "é",
        "北京",
        "\uD83D\uDE00",
        "\uFEFF",
        "-",
        "0"
    };
    private static final ColumnType[] TYPES = {
        ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.BOOLEAN, ColumnType.DATE
    };

    private RandomTables() {}

    /** A schema with a column of every type, and some more. */
    public static TableSchema schema(RandomGenerator random) {
        List<ColumnSchema> columns = new ArrayList<>();
        int more = random.nextInt(4);
        for (int i = 0; i < TYPES.length + more; i++) {
            ColumnType type = i < TYPES.length ? TYPES[i] : TYPES[random.nextInt(TYPES.length)];
            columns.add(ColumnSchema.of("c" + i + AWKWARD[6 + random.nextInt(8)], type)
                    .withFormat(format(type, random), null));
        }
        return new TableSchema("random", columns);
    }

    private static @Nullable String format(ColumnType type, RandomGenerator random) {
        return switch (type) {
            case BOOLEAN -> random.nextBoolean() ? "true|false" : "Yes|No";
            case DATE -> "yyyy-MM-dd";
            default -> null;
        };
    }

    public static List<List<@Nullable String>> rows(TableSchema schema, int count, RandomGenerator random) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<@Nullable String> row = new ArrayList<>();
            for (ColumnSchema column : schema.columns()) {
                row.add(random.nextInt(10) == 0 ? null : value(column, random));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String value(ColumnSchema column, RandomGenerator random) {
        return switch (column.type()) {
            case INTEGER -> Long.toString(random.nextBoolean() ? random.nextLong() : random.nextInt(-9, 9));
            case DECIMAL -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20)));
            case BOOLEAN -> String.valueOf(column.format()).split("\\|")[random.nextInt(2)];
            case DATE ->
                LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000)).toString();
            default -> text(random);
        };
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(AWKWARD[random.nextInt(AWKWARD.length)]);
            text.append((char) random.nextInt('a', 'z'));
        }
        return random.nextInt(8) == 0 ? AWKWARD[random.nextInt(AWKWARD.length)] : text.toString();
    }
}
