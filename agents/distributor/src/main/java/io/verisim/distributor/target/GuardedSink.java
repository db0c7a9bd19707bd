package io.verisim.distributor.target;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.RowSink;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes rows on, checks the header, and remembers what the other side threw, which parsers like to wrap. */
final class GuardedSink implements RowSink {

    private final TableSchema schema;
    private final RowSink sink;
    private @Nullable RuntimeException failure;

    GuardedSink(TableSchema schema, RowSink sink) {
        this.schema = schema;
        this.sink = sink;
    }

    RuntimeException ownFailureOr(RuntimeException thrown) {
        return failure == null ? thrown : failure;
    }

    @Override
    public void columns(List<String> names) {
        try {
            requireColumns(names);
            sink.columns(names);
        } catch (RuntimeException e) {
            throw noted(e);
        }
    }

    /** A chunk whose header is not the schema's was made by something else. */
    private void requireColumns(List<String> names) {
        if (!schema.columnNames().equals(names)) {
            throw VerisimException.data(
                    "CHUNK_COLUMNS",
                    "A chunk of table '" + schema.name() + "' has other columns than its schema.",
                    "Generate the dataset again.",
                    Map.of("table", schema.name()));
        }
    }

    @Override
    public void text(int column, char[] buffer, int offset, int length) {
        try {
            sink.text(column, buffer, offset, length);
        } catch (RuntimeException e) {
            throw noted(e);
        }
    }

    @Override
    public void missing(int column) {
        try {
            sink.missing(column);
        } catch (RuntimeException e) {
            throw noted(e);
        }
    }

    @Override
    public void endRow() {
        try {
            sink.endRow();
        } catch (RuntimeException e) {
            throw noted(e);
        }
    }

    private RuntimeException noted(RuntimeException e) {
        failure = e;
        return e;
    }
}
