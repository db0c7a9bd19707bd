package io.verisim.model.sensitivity;

import java.util.List;
import java.util.Optional;

/**
 * The verdicts on all columns of a table.
 *
 * @param table table name
 * @param rows number of rows that were looked at
 * @param columns one verdict a column, in the order of the table
 */
public record TableSensitivity(String table, long rows, List<ColumnSensitivity> columns) {

    public TableSensitivity {
        columns = List.copyOf(columns);
    }

    public Optional<ColumnSensitivity> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public long sensitiveColumns() {
        return columns.stream().filter(ColumnSensitivity::sensitive).count();
    }
}
