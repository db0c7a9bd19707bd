package io.verisim.distributor.target.postgres;

import io.verisim.model.error.VerisimException;
import java.io.Serial;
import java.util.Map;

/** A value that is not of its column's type, or missing where one is required; found before the database sees it. */
final class UnfitValue extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long row;
    private final transient TableColumn column;
    private final boolean missing;

    UnfitValue(long row, TableColumn column, boolean missing) {
        super("row " + row, null, false, false);
        this.row = row;
        this.column = column;
        this.missing = missing;
    }

    VerisimException rejected(String target) {
        String what = missing
                ? "a value is missing where one is required"
                : "a value is no " + column.type().spelling() + " in the format of its column";
        return VerisimException.data(
                "TARGET_ROW_REJECTED",
                "Target '" + target + "' rejects row " + row + ", column '" + column.name() + "': " + what
                        + ". Nothing was loaded.",
                "Add a constraint to the synthesis that keeps such values out, or correct the target's table.",
                Map.of("target", target, "row", Long.toString(row), "column", column.name()));
    }
}
