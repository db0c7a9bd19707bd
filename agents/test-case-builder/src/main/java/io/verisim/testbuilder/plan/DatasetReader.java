package io.verisim.testbuilder.plan;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the chunks of a dataset, in order, into one. */
public final class DatasetReader {

    private final List<Collector> columns;
    private final TableSchema schema;
    private final TableSchema named;

    /**
     * A reader of the chunks of one dataset.
     *
     * @param schema columns as the chunks have them
     * @param named the same columns under the names that they have in the target
     */
    public DatasetReader(TableSchema schema, TableSchema named) {
        this.schema = schema;
        this.named = named;
        this.columns = schema.columns().stream().map(column -> new Collector()).toList();
    }

    /**
     * Reads the next chunk.
     *
     * @throws VerisimException DATA where its columns are not those of the schema
     */
    public void read(Path chunk) throws IOException {
        TableFiles.scan(chunk, ReadOptions.canonicalCsv(), new Rows(chunk));
    }

    /** The dataset as it lies in a table of the target. */
    public Dataset dataset(String table) {
        List<DataColumn> read = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSchema column = named.columns().get(i);
            read.add(new DataColumn(column, columns.get(i).build(column.name())));
        }
        return new Dataset(table, read, columns.getFirst().size);
    }

    /** Puts the values of a chunk behind those of the chunks before. */
    private final class Rows implements RowSink {

        private final Path chunk;

        Rows(Path chunk) {
            this.chunk = chunk;
        }

        @Override
        public void columns(List<String> names) {
            if (!names.equals(schema.columnNames())) {
                throw VerisimException.data(
                        "CHUNK_COLUMNS_DIFFER",
                        "Chunk " + chunk.getFileName() + " has other columns than the manifest of its dataset says.",
                        "Run the synthesis again; do not mix chunks of different runs.",
                        Map.of("file", String.valueOf(chunk.getFileName())));
            }
        }

        @Override
        public void text(int column, char[] buffer, int offset, int length) {
            columns.get(column).add(new String(buffer, offset, length));
        }

        @Override
        public void missing(int column) {
            columns.get(column).addMissing();
        }

        @Override
        public void endRow() {}
    }

    /** The values of one column, each distinct one kept once. */
    private static final class Collector {

        private final Map<String, Integer> index = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private int[] codes = new int[1024];
        private int size;

        void add(String value) {
            Integer code = index.get(value);
            if (code == null) {
                code = dictionary.size();
                index.put(value, code);
                dictionary.add(value);
            }
            append(code);
        }

        void addMissing() {
            append(TextColumn.MISSING);
        }

        private void append(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size * 2);
            }
            codes[size++] = code;
        }

        TextColumn build(String name) {
            return TextColumn.coded(name, Arrays.copyOf(codes, size), dictionary);
        }
    }
}
