package io.verisim.tabular.csv;

import io.verisim.model.table.TableSchema;
import io.verisim.tabular.BlockCheck;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the canonical dialect: UTF-8, comma, line feed, header row, a missing value as an empty field, the empty string
 * as {@code ""}. Values are quoted only where they must be, or where a reader might take them for something else.
 */
final class CsvTableWriter implements TableWriter {

    private final OutputStream out;
    private final char separator;
    private final TableSchema schema;
    private final EncodedColumn[] encoded;

    CsvTableWriter(OutputStream out, char separator, TableSchema schema) throws IOException {
        this.out = out;
        this.separator = separator;
        this.schema = schema;
        this.encoded = new EncodedColumn[schema.columns().size()];
        List<String> names = schema.columnNames();
        for (int i = 0; i < names.size(); i++) {
            out.write(encode(names.get(i), separator));
            out.write(i == names.size() - 1 ? '\n' : separator);
            encoded[i] = new EncodedColumn(separator);
        }
    }

    @Override
    public void write(TextTable block) throws IOException {
        BlockCheck.columnsMatch(block, schema);
        List<TextColumn> columns = block.columns();
        int[][] codes = new int[columns.size()][];
        for (int c = 0; c < codes.length; c++) {
            codes[c] = columns.get(c).codes();
            encoded[c].take(columns.get(c).dictionary());
        }
        int last = codes.length - 1;
        for (int row = 0; row < block.rows(); row++) {
            for (int c = 0; c <= last; c++) {
                int code = codes[c][row];
                if (code != TextColumn.MISSING) {
                    out.write(encoded[c].bytes(code));
                }
                out.write(c == last ? '\n' : separator);
            }
        }
    }

    @Override
    public void finish() throws IOException {
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

    /** The bytes of a dictionary's entries, made when first written and kept as long as blocks share the dictionary. */
    private static final class EncodedColumn {

        private final char separator;
        private List<String> dictionary = List.of();
        private byte[][] bytes = {};

        EncodedColumn(char separator) {
            this.separator = separator;
        }

        void take(List<String> blockDictionary) {
            if (dictionary != blockDictionary) {
                dictionary = blockDictionary;
                bytes = new byte[blockDictionary.size()][];
            }
        }

        @SuppressWarnings("NullAway") // an array of entries that are not made yet
        byte[] bytes(int code) {
            byte[] made = bytes[code];
            if (made == null) {
                made = encode(dictionary.get(code), separator);
                bytes[code] = made;
            }
            return made;
        }
    }
}
