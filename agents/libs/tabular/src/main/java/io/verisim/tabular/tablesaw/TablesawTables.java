package io.verisim.tabular.tablesaw;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.BlockCheck;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Gives a table to Tablesaw, each column by its type. What does not read as its column's type is missing there. */
public final class TablesawTables {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private TablesawTables() {}

    /**
     * A copy as a Tablesaw table: INTEGER as long, DECIMAL as double, BOOLEAN, DATE, TIME and DATETIME as such, TEXT as
     * string. Tablesaw has no empty string but a missing one, and takes names for equal that differ in case only: the
     * later of two gets a number.
     *
     * @param schema names the columns of the table, in their order
     */
    public static Table of(TextTable table, TableSchema schema) {
        BlockCheck.columnsMatch(table, schema);
        Table result = Table.create(table.name());
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema column = schema.columns().get(i);
            Column<?> made = column(table.columns().get(i), column);
            result.addColumns(made.setName(freeName(column.name(), taken)));
        }
        return result;
    }

    private static String freeName(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    private static Column<?> column(TextColumn column, ColumnSchema schema) {
        return switch (schema.type()) {
            case INTEGER -> longs(column);
            case DECIMAL ->
                DoubleColumn.create(column.name(), TypedValues.numbers(column).values());
            case BOOLEAN -> booleans(column, schema);
            case DATE ->
                fill(
                        DateColumn.create(column.name()),
                        column,
                        schema,
                        micros -> moment(micros).toLocalDate(),
                        LocalDate.class);
            case TIME ->
                fill(
                        TimeColumn.create(column.name()),
                        column,
                        schema,
                        micros -> moment(micros).toLocalTime(),
                        LocalTime.class);
            case DATETIME ->
                fill(DateTimeColumn.create(column.name()), column, schema, TablesawTables::moment, LocalDateTime.class);
            case TEXT -> strings(column);
        };
    }

    private static LocalDateTime moment(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static <T, C extends Column<T>> C fill(
            C target, TextColumn column, ColumnSchema schema, LongFunction<T> convert, Class<T> type) {
        for (long micros : TypedValues.times(column, schema).micros()) {
            if (micros == TimePattern.MISSING) {
                target.appendMissing();
            } else {
                target.append(type.cast(convert.apply(micros)));
            }
        }
        return target;
    }

    private static LongColumn longs(TextColumn column) {
        LongColumn target = LongColumn.create(column.name());
        for (int row = 0; row < column.rows(); row++) {
            String text = column.value(row);
            Long value = text == null ? null : whole(text);
            if (value == null) {
                target.appendMissing();
            } else {
                target.append(value.longValue());
            }
        }
        return target;
    }

    private static @org.jspecify.annotations.Nullable Long whole(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BooleanColumn booleans(TextColumn column, ColumnSchema schema) {
        BooleanColumn target = BooleanColumn.create(column.name());
        for (double value : TypedValues.numbers(column, schema).values()) {
            if (Double.isNaN(value)) {
                target.appendMissing();
            } else {
                target.append(value == 1);
            }
        }
        return target;
    }

    private static StringColumn strings(TextColumn column) {
        StringColumn target = StringColumn.create(column.name());
        for (int row = 0; row < column.rows(); row++) {
            String text = column.value(row);
            if (text == null) {
                target.appendMissing();
            } else {
                target.append(text);
            }
        }
        return target;
    }
}
