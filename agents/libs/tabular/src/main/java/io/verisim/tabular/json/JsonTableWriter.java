package io.verisim.tabular.json;

import io.verisim.model.table.ColumnSchema;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes one object a line: numbers and truth values as such, dates and texts as strings, missing values as null. */
final class JsonTableWriter implements TableWriter {

    private static final byte[] NULL = ascii("null");
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final boolean array;
    private final TableSchema schema;
    private final byte[][] names;
    private final Encoded[] encoded;
    private final TextBytes text = new TextBytes(2 * BUFFER);
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
    public void write(TypedTable block) throws IOException {
        BlockCheck.columnsMatch(block, schema);
        for (int c = 0; c < encoded.length; c++) {
            encoded[c].take(block.columns().get(c));
        }
        for (int row = 0; row < block.rows(); row++) {
            separate();
            for (int c = 0; c < encoded.length; c++) {
                text.ascii(c == 0 ? '{' : ',');
                text.raw(names[c]);
                encoded[c].write(row, text);
            }
            text.ascii('}');
            if (!array) {
                text.ascii('\n');
            }
            if (text.length() >= BUFFER) {
                text.drainTo(out);
            }
        }
    }

    private void separate() {
        if (array) {
            text.text(begun ? ",\n" : "[\n");
        }
        begun = true;
    }

    @Override
    public void finish() throws IOException {
        if (array) {
            text.text(begun ? "\n]\n" : "[]\n");
        }
        text.drainTo(out);
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
        private long[] values = {};
        private @Nullable ValueFormat format;
        private List<String> dictionary = List.of();
        private byte[] @Nullable [] made = new byte[0] @Nullable [];

        Encoded(ColumnSchema schema) {
            this.schema = schema;
        }

        void take(TypedColumn column) {
            codes = column.codes();
            values = column.values();
            format = column.format();
            if (dictionary != column.dictionary()) {
                dictionary = column.dictionary();
                made = new byte[dictionary.size()] @Nullable [];
            }
        }

        void write(int row, TextBytes text) {
            int code = codes[row];
            if (code == TypedColumn.VALUE && format != null) {
                write(format, values[row], text);
            } else {
                text.raw(code == TypedColumn.MISSING ? NULL : bytes(code));
            }
        }

        private void write(ValueFormat written, long value, TextBytes text) {
            switch (schema.type()) {
                case INTEGER, DECIMAL -> written.write(value, text);
                case BOOLEAN -> text.text(truth(written.text(value)));
                case DATE, TIME, DATETIME, TEXT -> text.text(quoted(written.text(value)));
            }
        }

        private byte[] bytes(int code) {
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
