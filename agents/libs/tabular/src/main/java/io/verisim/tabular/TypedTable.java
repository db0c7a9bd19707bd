package io.verisim.tabular;

import java.util.List;

/**
 * A block of rows on its way to a writer, with numbers and moments not yet written as text.
 *
 * @param name table name
 * @param columns at least one, of equal length
 */
public record TypedTable(String name, List<TypedColumn> columns) {

    public TypedTable {
        columns = List.copyOf(columns);
        int rows = columns.getFirst().rows();
        for (TypedColumn column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "Column '" + column.name() + "' has " + column.rows() + " rows, not " + rows);
            }
        }
    }

    /** The same table as it was read. */
    public static TypedTable of(TextTable table) {
        return new TypedTable(
                table.name(), table.columns().stream().map(TypedColumn::of).toList());
    }

    public int rows() {
        return columns.getFirst().rows();
    }

    /** The rows as a reader would have them from the file. */
    public TextTable toText() {
        TextTableCollector collector = new TextTableCollector();
        collector.add(this);
        return collector.table();
    }
}
