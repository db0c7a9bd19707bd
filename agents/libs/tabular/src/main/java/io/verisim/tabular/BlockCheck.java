package io.verisim.tabular;

import io.verisim.model.table.TableSchema;
import java.util.List;

/** Holds writers to their schema. */
public final class BlockCheck {

    private BlockCheck() {}

    /** Refuses a block whose columns are not those of the schema, in its order. */
    public static void columnsMatch(TextTable block, TableSchema schema) {
        check(block.name(), block.columns().stream().map(TextColumn::name).toList(), schema);
    }

    /** Refuses a block whose columns are not those of the schema, in its order. */
    public static void columnsMatch(TypedTable block, TableSchema schema) {
        check(block.name(), block.columns().stream().map(TypedColumn::name).toList(), schema);
    }

    private static void check(String table, List<String> columns, TableSchema schema) {
        if (!columns.equals(schema.columnNames())) {
            throw new IllegalArgumentException(
                    "A block of table '" + table + "' has other columns than " + schema.columnNames());
        }
    }
}
