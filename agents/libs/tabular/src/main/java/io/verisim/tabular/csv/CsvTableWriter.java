package io.verisim.tabular.csv;

import io.verisim.model.table.TableSchema;
import io.verisim.tabular.BlockCheck;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextBytes;
import io.verisim.tabular.TypedColumn;
import io.verisim.tabular.TypedTable;
import io.verisim.tabular.ValueFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the canonical dialect: UTF-8, comma, line feed, header row, a missing value as an empty field, the empty string
 * as {@code ""}. Values are quoted only where they must be, or where a reader might take them for something else.
 */
final class CsvTableWriter implements TableWriter {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final char separator;
    private final TableSchema schema;
    private final Column[] columns;
    private final TextBytes text = new TextBytes(2 * BUFFER);

    CsvTableWriter(OutputStream out, char separator, TableSchema schema) {
        this.out = out;
        this.separator = separator;
        this.schema = schema;
        this.columns = new Column[schema.columns().size()];
        List<String> names = schema.columnNames();
        for (int i = 0; i < names.size(); i++) {
            text.raw(encode(names.get(i), separator));
            text.ascii(i == names.size() - 1 ? '\n' : separator);
            columns[i] = new Column(separator);
        }
    }

    @Override
    public void write(TypedTable block) throws IOException {
        BlockCheck.columnsMatch(block, schema);
        for (int c = 0; c < columns.length; c++) {
            columns[c].take(block.columns().get(c));
        }
        int last = columns.length - 1;
        for (int row = 0; row < block.rows(); row++) {
            for (int c = 0; c <= last; c++) {
                columns[c].write(row, text);
                text.ascii(c == last ? '\n' : separator);
            }
            if (text.length() >= BUFFER) {
                text.drainTo(out);
            }
        }
    }

    @Override
    public void finish() throws IOException {
        text.drainTo(out);
        out.flush();
    }

    @Override
    public void close() {}

    private static byte[] encode(String value, char separator) {
        String text = mustQuote(value, separator) ? '"' + value.replace("\"", "\"\"") + '"' : value;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean mustQuote(String value, char separator) {
        if (value.isEmpty() || isDoubtful(value.charAt(0)) || isDoubtful(value.charAt(value.length() - 1))) {
            return true;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == separator || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Spaces at an end may be trimmed by a reader, an apostrophe taken for a quote. */
    private static boolean isDoubtful(char c) {
        return c <= ' ' || c == '\'' || c == '\ufeff';
    }

    /**
     * A column of the block that is written. The bytes of a dictionary's entries are made when first written and kept as
     * long as blocks share the dictionary.
     */
    private static final class Column {

        private final char separator;
        private int[] codes = {};
        private long[] values = {};
        private @Nullable ValueFormat format;
        private boolean quotesValues;
        private List<String> dictionary = List.of();
        private byte[] @Nullable [] made = new byte[0] @Nullable [];

        Column(char separator) {
            this.separator = separator;
        }

        void take(TypedColumn column) {
            codes = column.codes();
            values = column.values();
            if (format != column.format()) {
                format = column.format();
                quotesValues = format != null
                        && (mustQuote(format.text(0), separator) || mustQuote(format.text(1), separator));
            }
            if (dictionary != column.dictionary()) {
                dictionary = column.dictionary();
                made = new byte[dictionary.size()] @Nullable [];
            }
        }

        void write(int row, TextBytes text) {
            int code = codes[row];
            if (code >= 0) {
                text.raw(bytes(code));
            } else if (code == TypedColumn.VALUE && format != null) {
                if (quotesValues) {
                    text.raw(encode(format.text(values[row]), separator));
                } else {
                    format.write(values[row], text);
                }
            }
        }

        private byte[] bytes(int code) {
            byte[] bytes = made[code];
            if (bytes == null) {
                bytes = encode(dictionary.get(code), separator);
                made[code] = bytes;
            }
            return bytes;
        }
    }
}
