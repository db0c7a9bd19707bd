package io.verisim.distributor.target;

import io.verisim.model.table.TableSchema;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects rows into blocks of equal size. */
final class BlockBuilder implements RowSink {

    private final TableSchema schema;
    private final int blockRows;
    private final Dataset.BlockConsumer consumer;
    private final List<List<@Nullable String>> columns = new ArrayList<>();
    private int rows;

    BlockBuilder(TableSchema schema, int blockRows, Dataset.BlockConsumer consumer) {
        this.schema = schema;
        this.blockRows = blockRows;
        this.consumer = consumer;
        for (int i = 0; i < schema.columns().size(); i++) {
            columns.add(new ArrayList<>(blockRows));
        }
    }

    @Override
    public void columns(List<String> names) {}

    @Override
    public void text(int column, char[] buffer, int offset, int length) {
        columns.get(column).add(new String(buffer, offset, length));
    }

    @Override
    public void missing(int column) {
        columns.get(column).add(null);
    }

    @Override
    public void endRow() {
        if (++rows == blockRows) {
            flush();
        }
    }

    void flush() {
        if (rows == 0) {
            return;
        }
        List<TextColumn> block = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            block.add(TextColumn.of(schema.columns().get(i).name(), columns.get(i)));
            columns.get(i).clear();
        }
        rows = 0;
        try {
            consumer.accept(new TextTable(schema.name(), block));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
