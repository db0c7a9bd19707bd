package io.verisim.tabular;

import io.verisim.model.table.ColumnSchema;

/**
 * What was found about a column.
 *
 * @param schema its type, format and occurrence
 * @param unread values that are no number or time although the column is typed as one; they count as missing
 */
public record InferredColumn(ColumnSchema schema, int unread) {}
