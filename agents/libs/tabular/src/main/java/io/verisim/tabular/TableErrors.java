package io.verisim.tabular;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the DATA errors of one file. They name the file, and row and column where there is one: rows count from 1
 * beneath the header. No error repeats a value.
 */
public final class TableErrors {

    private final Path file;

    TableErrors(Path file) {
        this.file = file;
    }

    public VerisimException of(String code, String what, String remedy, Map<String, String> place) {
        return of(code, what, remedy, place, null);
    }

    /**
     * An error of the file.
     *
     * @param what goes on after the file's name: {@code row 3 has 4 fields}
     */
    public VerisimException of(
            String code, String what, String remedy, Map<String, String> place, @Nullable Throwable cause) {
        Map<String, String> context = new HashMap<>(place);
        context.put("file", file.toString());
        String joint = what.startsWith("row ") || what.startsWith("column ") ? ", " : " ";
        return new VerisimException(
                ErrorDetail.of(ErrorCategory.DATA, code, file + joint + what + ".", remedy)
                        .withContext(context),
                cause);
    }

    /** @param what such as {@code has a header but no rows} */
    public VerisimException noRows(String what) {
        return of("TABLE_NO_ROWS", what, "Give a file with at least one row of data.", Map.of());
    }

    public VerisimException binary(String kind) {
        return of(
                "TABLE_BINARY",
                "is " + kind + ", not a table of text",
                "Export the table as CSV, JSON or Parquet.",
                Map.of());
    }

    public VerisimException fieldTooLong(long row, String column, int limit) {
        return of(
                "TABLE_FIELD_TOO_LONG",
                "row " + row + ", column '" + ColumnNames.shown(column) + "' holds a value of more than " + limit
                        + " characters",
                "Shorten the value, or look for a quote that is never closed before it.",
                Map.of("row", Long.toString(row), "column", column));
    }

    /** Checks what a header must hold: at least one name, none blank, none twice, not too many. */
    public List<String> checkHeader(List<String> names, int maxColumns) {
        if (names.size() > maxColumns) {
            throw of(
                    "TABLE_TOO_MANY_COLUMNS",
                    "has " + names.size() + " columns, more than " + maxColumns,
                    "Check the separator, or split the table.",
                    Map.of());
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                throw of(
                        "TABLE_UNNAMED_COLUMN",
                        "column " + (i + 1) + " has no name",
                        "Name every column in the first row.",
                        Map.of("column", Integer.toString(i + 1)));
            }
            Integer first = seen.putIfAbsent(name, i);
            if (first != null) {
                throw of(
                        "TABLE_DUPLICATE_COLUMN",
                        "column " + (first + 1) + " and column " + (i + 1) + " are both named '"
                                + ColumnNames.shown(name) + "'",
                        "Rename one of them.",
                        Map.of("column", name, "positions", (first + 1) + "," + (i + 1)));
            }
        }
        return List.copyOf(new ArrayList<>(names));
    }
}
