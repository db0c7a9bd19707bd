package io.verisim.synthesizer.quality.data;

import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table are measured, and how. Columns that are not listed (keys, identifying text) are left out of
 * every score.
 *
 * @param columns the measured columns in table order
 */
public record TableKinds(List<ColumnSpec> columns) {

    /** Strategies whose columns are made anew and have no counterpart to be compared with. */
    private static final Set<Strategy> LEFT_OUT =
            EnumSet.of(Strategy.PERSON, Strategy.TEXT, Strategy.PATTERN, Strategy.KEY, Strategy.DROP, Strategy.MASK);

    private static final int FEW = 10;

    public TableKinds {
        columns = List.copyOf(columns);
    }

    /**
     * The kinds that the real table alone suggests. Whole numbers without a minus sign that take at most ten values, and
     * no more than a tenth of the rows, are categories; text with more than ten values, and more than a fifth of the
     * rows, identifies rows and is not measured.
     */
    public static TableKinds infer(TextTable real) {
        return infer(real, TypeInference.infer(real));
    }

    /** As {@link #infer(TextTable)} where types and strategies are known. */
    public static TableKinds infer(TextTable real, TableSchema schema) {
        List<ColumnSpec> specs = new ArrayList<>();
        for (ColumnSchema column : schema.columns()) {
            Optional<TextColumn> values = real.column(column.name());
            if (values.isPresent() && measured(column.strategy())) {
                ColumnSpec spec = spec(column);
                int distinct = values.get().dictionary().size();
                if (isCode(column, values.get())) {
                    specs.add(ColumnSpec.of(column.name(), ColumnKind.CATEGORICAL));
                } else if (column.type() != ColumnType.TEXT || distinct <= Math.max(FEW, real.rows() / 5)) {
                    specs.add(spec);
                }
            }
        }
        return new TableKinds(specs);
    }

    private static boolean isCode(ColumnSchema column, TextColumn values) {
        return column.type() == ColumnType.INTEGER
                && values.dictionary().size() <= Math.min(FEW, values.rows() / 10)
                && values.dictionary().stream().noneMatch(text -> text.startsWith("-"));
    }

    /** The kinds that follow from types and strategies: text is a category, dates and times are datetimes. */
    public static TableKinds of(TableSchema schema) {
        return new TableKinds(schema.columns().stream()
                .filter(column -> measured(column.strategy()))
                .map(TableKinds::spec)
                .toList());
    }

    /** Whether columns of this strategy are measured. */
    public static boolean measured(Strategy strategy) {
        return !LEFT_OUT.contains(strategy);
    }

    private static ColumnSpec spec(ColumnSchema column) {
        ColumnKind kind = kind(column.type());
        return new ColumnSpec(column.name(), kind, kind == ColumnKind.DATETIME ? column.format() : null);
    }

    static ColumnKind kind(ColumnType type) {
        return switch (type) {
            case INTEGER, DECIMAL -> ColumnKind.NUMERICAL;
            case DATE, TIME, DATETIME -> ColumnKind.DATETIME;
            case BOOLEAN -> ColumnKind.BOOLEAN;
            case TEXT -> ColumnKind.CATEGORICAL;
        };
    }

    /** How a column is measured, where it is. */
    public Optional<ColumnSpec> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public List<String> columnNames() {
        return columns.stream().map(ColumnSpec::name).toList();
    }

    /** The same without some columns. */
    public TableKinds without(Set<String> names) {
        return new TableKinds(
                columns.stream().filter(c -> !names.contains(c.name())).toList());
    }
}
