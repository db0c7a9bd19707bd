package io.verisim.model.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table, in order.
 *
 * @param name table name, usually the file name without its suffix
 * @param columns at least one column; names differ
 */
public record TableSchema(String name, List<ColumnSchema> columns) {

    public TableSchema {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table '" + name + "' has no column");
        }
        Set<String> seen = new HashSet<>();
        for (ColumnSchema column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException(
                        "Table '" + name + "' has two columns named '" + column.name() + "'");
            }
        }
    }

    public Optional<ColumnSchema> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    public List<String> columnNames() {
        return columns.stream().map(ColumnSchema::name).toList();
    }
}
