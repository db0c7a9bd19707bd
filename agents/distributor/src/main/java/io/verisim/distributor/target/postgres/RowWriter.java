package io.verisim.distributor.target.postgres;

import io.verisim.distributor.target.LoadProgress;
import io.verisim.tabular.RowSink;
import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows into a COPY, each value as its database column reads it. */
final class RowWriter implements RowSink {

    private static final int PROGRESS_ROWS = 8_192;

    private final @Nullable TableColumn[] columns;
    private final @Nullable Conversion[] conversions;
    private final CopyBuffer out;
    private final LoadProgress progress;
    private long rows;
    private boolean first = true;

    /**
     * A writer for one COPY.
     *
     * @param width columns of the dataset
     * @param written those that are written, in the dataset's order
     */
    RowWriter(int width, List<TableColumn> written, CopyBuffer out, LoadProgress progress) {
        this.columns = new TableColumn[width];
        this.conversions = new Conversion[width];
        for (TableColumn column : written) {
            columns[column.source().index()] = column;
            conversions[column.source().index()] = column.conversion();
        }
        this.out = out;
        this.progress = progress;
    }

    long rows() {
        return rows;
    }

    @Override
    public void columns(List<String> names) {}

    @Override
    public void text(int index, char[] buffer, int offset, int length) {
        TableColumn column = columns[index];
        Conversion conversion = conversions[index];
        if (column == null || conversion == null) {
            return;
        }
        separate();
        if (!conversion.append(buffer, offset, length, out)) {
            throw new UnfitValue(rows + 1, column, false);
        }
    }

    @Override
    public void missing(int index) {
        TableColumn column = columns[index];
        if (column == null) {
            return;
        }
        separate();
        if (column.required()) {
            throw new UnfitValue(rows + 1, column, true);
        }
        out.missing();
    }

    private void separate() {
        if (first) {
            first = false;
        } else {
            out.tab();
        }
    }

    @Override
    public void endRow() {
        try {
            out.endRow();
        } catch (SQLException e) {
            throw new Refused(e);
        }
        first = true;
        if (++rows % PROGRESS_ROWS == 0) {
            progress.loaded(rows);
        }
    }

    /** Carries an error of the database out of a row. */
    static final class Refused extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final SQLException error;

        Refused(SQLException error) {
            super(error);
            this.error = error;
        }

        SQLException error() {
            return error;
        }
    }
}
