package io.verisim.tabular.json;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.BlockCheck;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes one object a line: numbers and truth values as such, dates and texts as strings, missing values as null. */
final class JsonTableWriter implements TableWriter {

    private static final byte[] NULL = ascii("null");

    private final OutputStream out;
    private final boolean array;
    private final TableSchema schema;
    private final byte[][] names;
    private final Encoded[] encoded;
    private boolean begun;

    JsonTableWriter(OutputStream out, boolean array, TableSchema schema) {
        this.out = out;
        this.array = array;
        this.schema = schema;
        this.names = schema.columnNames().stream()
                .map(name -> ascii(quoted(name) + ":"))
                .toArray(byte[][]::new);
        this.encoded = schema.columns().stream().map(Encoded::new).toArray(Encoded[]::new);
    }

    @Override
    public void write(TextTable block) throws IOException {
        BlockCheck.columnsMatch(block, schema);
        List<TextColumn> columns = block.columns();
        for (int c = 0; c < encoded.length; c++) {
            encoded[c].take(columns.get(c));
        }
        for (int row = 0; row < block.rows(); row++) {
            separate();
            for (int c = 0; c < encoded.length; c++) {
                out.write(c == 0 ? '{' : ',');
                out.write(names[c]);
                out.write(encoded[c].bytes(row));
            }
            out.write('}');
            if (!array) {
                out.write('\n');
            }
        }
    }

    private void separate() throws IOException {
        if (array) {
            out.write(ascii(begun ? ",\n" : "[\n"));
        }
        begun = true;
    }

    @Override
    public void finish() throws IOException {
        if (array) {
            out.write(ascii(begun ? "\n]\n" : "[]\n"));
        }
        out.flush();
    }

    @Override
    public void close() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    /** The JSON of a dictionary's entries, made when first written and kept as long as blocks share the dictionary. */
    private static final class Encoded {

        private static final Pattern NUMBER =
                Pattern.compile("-?(0|[1-9][0-9]{0,999})(\\.[0-9]{1,999})?([eE][-+]?[0-9]{1,4})?");

        private final ColumnSchema schema;
        private int[] codes = {};
        private List<String> dictionary = List.of();
        private byte[] @Nullable [] made = new byte[0] @Nullable [];

        Encoded(ColumnSchema schema) {
            this.schema = schema;
        }

        void take(TextColumn column) {
            codes = column.codes();
            if (dictionary != column.dictionary()) {
                dictionary = column.dictionary();
                made = new byte[dictionary.size()] @Nullable [];
            }
        }

        byte[] bytes(int row) {
            int code = codes[row];
            if (code == TextColumn.MISSING) {
                return NULL;
            }
            byte[] json = made[code];
            if (json == null) {
                json = ascii(json(dictionary.get(code)));
                made[code] = json;
            }
            return json;
        }

        private String json(String text) {
            return switch (schema.type()) {
                case INTEGER, DECIMAL -> NUMBER.matcher(text).matches() ? text : quoted(text);
                case BOOLEAN -> truth(text);
                case DATE, TIME, DATETIME, TEXT -> quoted(text);
            };
        }

        private String truth(String text) {
            String format = schema.format();
            String[] spelt = (format == null || format.indexOf('|') < 0 ? "true|false" : format).split("\\|", 2);
            return text.equals(spelt[0]) ? "true" : text.equals(spelt[1]) ? "false" : quoted(text);
        }
    }
}
