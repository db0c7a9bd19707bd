package io.verisim.tabular;

import io.verisim.model.table.TableSchema;

/** Holds writers to their schema. */
public final class BlockCheck {

    private BlockCheck() {}

    /** Refuses a block whose columns are not those of the schema, in its order. */
    public static void columnsMatch(TextTable block, TableSchema schema) {
        if (!block.columns().stream().map(TextColumn::name).toList().equals(schema.columnNames())) {
            throw new IllegalArgumentException(
                    "A block of table '" + block.name() + "' has other columns than " + schema.columnNames());
        }
    }
}
