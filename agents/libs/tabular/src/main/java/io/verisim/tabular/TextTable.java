package io.verisim.tabular;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table as it was read: text columns of equal length with different names.
 *
 * @param name table name, usually the file name without its suffix
 * @param columns at least one column
 */
public record TextTable(String name, List<TextColumn> columns) {

    public TextTable {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table '" + name + "' has no column");
        }
        Set<String> seen = new HashSet<>();
        for (TextColumn column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException(
                        "Table '" + name + "' has two columns named '" + column.name() + "'");
            }
            if (column.rows() != columns.getFirst().rows()) {
                throw new IllegalArgumentException("Column '" + column.name() + "' has " + column.rows() + " rows, not "
                        + columns.getFirst().rows());
            }
        }
    }

    public int rows() {
        return columns.getFirst().rows();
    }

    public Optional<TextColumn> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
