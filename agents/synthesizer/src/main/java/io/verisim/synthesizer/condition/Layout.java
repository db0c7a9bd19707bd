package io.verisim.synthesizer.condition;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import io.verisim.tabular.ValueFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a condition may name, and how their values are read. */
public final class Layout {

    private final List<ColumnSchema> columns;
    private final Map<String, Integer> index = new HashMap<>();

    public Layout(List<ColumnSchema> columns) {
        this.columns = List.copyOf(columns);
        for (ColumnSchema column : columns) {
            index.put(column.name(), index.size());
        }
    }

    public List<ColumnSchema> columns() {
        return columns;
    }

    /** Number of the column of a name; a name that differs in case only is taken where it is the only one. */
    public Optional<Integer> find(String name) {
        Integer exact = index.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Integer> alike = index.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    public ColumnSchema column(int column) {
        return columns.get(column);
    }

    /** Whether values are compared as numbers. */
    public boolean isNumber(int column) {
        ColumnType type = columns.get(column).type();
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }

    /** Whether values are compared as moments. */
    public boolean isTime(int column) {
        return switch (columns.get(column).type()) {
            case DATE, TIME, DATETIME -> true;
            default -> false;
        };
    }

    /** Whether values lie on a line. */
    public boolean isOrdered(int column) {
        return isNumber(column) || isTime(column);
    }

    /** A value of a column; empty where it cannot be one. */
    public Optional<Literal> literal(int column, String text) {
        ColumnSchema schema = columns.get(column);
        if (schema.type() == ColumnType.TEXT) {
            return Optional.of(new Literal(text, Double.NaN));
        }
        if (schema.type() == ColumnType.BOOLEAN) {
            return bool(schema, text);
        }
        double number = number(column, text);
        return Double.isNaN(number) ? Optional.empty() : Optional.of(new Literal(text, number));
    }

    /** The number, or the microseconds since 1970, of a written value; NaN where it is neither. */
    public double number(int column, String text) {
        TextColumn one = TextColumn.coded("", new int[1], List.of(text));
        if (isNumber(column)) {
            return TypedValues.numbers(one).values()[0];
        }
        if (isTime(column)) {
            long micros = TypedValues.times(one, columns.get(column)).micros()[0];
            return micros == TimePattern.MISSING ? Double.NaN : micros;
        }
        return Double.NaN;
    }

    private static Optional<Literal> bool(ColumnSchema schema, String text) {
        ValueFormat format = ValueFormat.of(schema);
        String yes = String.valueOf(format.number(1));
        String no = String.valueOf(format.number(0));
        if (text.equals(yes) || (text.equalsIgnoreCase("true") && !text.equals(no))) {
            return Optional.of(new Literal(yes, Double.NaN));
        }
        return text.equals(no) || text.equalsIgnoreCase("false")
                ? Optional.of(new Literal(no, Double.NaN))
                : Optional.empty();
    }
}
