package io.verisim.distributor.target.postgres;

import io.verisim.distributor.target.Dataset;
import io.verisim.tabular.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads all rows to find the columns of a new table that cannot be as wanted, because some value is none of the type or
 * missing. Such a column becomes text, or optional; a note says so. Done only after a first load met such a value.
 */
final class FitCheck implements RowSink {

    private final @Nullable TableColumn[] columns;
    private final @Nullable Conversion[] conversions;
    private final long[] unfitRow;
    private final long[] missingRow;
    private final CopyBuffer nowhere = new CopyBuffer((bytes, offset, length) -> {});
    private long row = 1;

    private FitCheck(int width, List<TableColumn> wanted) {
        this.columns = new TableColumn[width];
        this.conversions = new Conversion[width];
        this.unfitRow = new long[width];
        this.missingRow = new long[width];
        for (TableColumn column : wanted) {
            columns[column.source().index()] = column;
            conversions[column.source().index()] = column.conversion();
        }
    }

    /** The columns as they can be; what differs is noted. */
    static List<TableColumn> adjusted(List<TableColumn> wanted, Dataset dataset, List<String> notes)
            throws IOException {
        FitCheck check = new FitCheck(dataset.schema().columns().size(), wanted);
        dataset.scan(check);
        List<TableColumn> adjusted = new ArrayList<>();
        for (TableColumn column : wanted) {
            adjusted.add(check.adjusted(column, notes));
        }
        return adjusted;
    }

    private TableColumn adjusted(TableColumn column, List<String> notes) {
        int index = column.source().index();
        TableColumn result = column;
        if (unfitRow[index] > 0) {
            notes.add("Column '" + column.name() + "' was made text: row " + unfitRow[index] + " holds no "
                    + column.type().spelling() + " in the column's format.");
            result = result.asText();
        }
        if (missingRow[index] > 0) {
            notes.add("Column '" + column.name() + "' was made optional: it is missing in row " + missingRow[index]
                    + ".");
            result = result.optional();
        }
        return result;
    }

    @Override
    public void columns(List<String> names) {}

    @Override
    public void text(int index, char[] buffer, int offset, int length) {
        Conversion conversion = conversions[index];
        if (conversion != null && unfitRow[index] == 0 && !conversion.append(buffer, offset, length, nowhere)) {
            unfitRow[index] = row;
        }
    }

    @Override
    public void missing(int index) {
        TableColumn column = columns[index];
        if (column != null && column.required() && missingRow[index] == 0) {
            missingRow[index] = row;
        }
    }

    @Override
    public void endRow() {
        row++;
        try {
            nowhere.endRow();
        } catch (java.sql.SQLException e) {
            throw new RowWriter.Refused(e);
        }
    }
}
