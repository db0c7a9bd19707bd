package io.verisim.tabular.json;

import io.verisim.model.error.VerisimException;
import io.verisim.tabular.ReadLimits;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads objects, in an array or one after another. Rows need not have the same names: the file is read twice, first for
 * the names in order of first occurrence. A value that is an object or array itself becomes its JSON text.
 */
final class JsonTableReader {

    private final SourceFile file;
    private final ReadLimits limits;
    private final RowSink sink;
    private final JsonFactory factory;
    private long row;

    JsonTableReader(SourceFile file, ReadLimits limits, RowSink sink) {
        this.file = file;
        this.limits = limits;
        this.sink = sink;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.maxFieldChars())
                        .build())
                .build();
    }

    void read() throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        rows(
                parser -> {
                    String name = parser.currentName();
                    parser.nextToken();
                    parser.skipChildren();
                    columns.putIfAbsent(name, columns.size());
                },
                () -> {});
        if (columns.isEmpty()) {
            throw file.errors().noRows("holds no rows");
        }
        sink.columns(file.errors().checkHeader(new ArrayList<>(columns.keySet()), limits.maxColumns()));
        Map<String, Integer> index = new HashMap<>(columns);
        List<@Nullable String> row = new ArrayList<>();
        columns.keySet().forEach(name -> row.add(null));
        rows(
                parser -> {
                    Integer column = index.get(parser.currentName());
                    parser.nextToken();
                    if (column != null) {
                        row.set(column, value(parser));
                    }
                },
                () -> emit(row));
    }

    private void emit(List<@Nullable String> row) {
        for (int column = 0; column < row.size(); column++) {
            String value = row.set(column, null);
            if (value == null) {
                sink.missing(column);
            } else {
                sink.text(column, value);
            }
        }
        sink.endRow();
    }

    /** What is done at a property of a row; leaves the parser at the value's end. */
    private interface PropertyAction {
        void accept(JsonParser parser);
    }

    private void rows(PropertyAction property, Runnable endRow) throws IOException {
        try (InputStream in = file.open();
                JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
            JsonToken token = parser.nextToken();
            boolean array = token == JsonToken.START_ARRAY;
            if (array) {
                token = parser.nextToken();
            }
            row = 1;
            while (token != null && token != JsonToken.END_ARRAY) {
                if (token != JsonToken.START_OBJECT) {
                    throw noObject();
                }
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    property.accept(parser);
                }
                endRow.run();
                row++;
                token = parser.nextToken();
            }
            if (array && parser.nextToken() != null) {
                throw noObject();
            }
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private @Nullable String value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != null && token.isScalarValue()) {
            return parser.getString();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private VerisimException noObject() {
        return file.errors()
                .of(
                        "JSON_NO_TABLE",
                        "row " + row + " is no object",
                        "Give an array of objects, or one object a line.",
                        Map.of("row", Long.toString(row)));
    }

    /** Jackson's own message may repeat a value: only the kind of failure and its place are taken from it. */
    private VerisimException malformed(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        TokenStreamLocation at = e.getLocation();
        Map<String, String> context = new HashMap<>(Map.of("row", Long.toString(row)));
        String place = "";
        if (at != null && at.getLineNr() > 0) {
            place = ", at line " + at.getLineNr() + ", character " + at.getColumnNr();
            context.put("line", Integer.toString(at.getLineNr()));
        }
        if (message.startsWith("Duplicate")) {
            return error("TABLE_DUPLICATE_COLUMN", "names a column twice" + place, "Rename or remove one.", context);
        }
        if (message.contains("UTF-8")) {
            return error("TABLE_BAD_ENCODING", "is no valid UTF-8" + place, "Save the file as UTF-8.", context);
        }
        return error(
                "JSON_MALFORMED", "is no well-formed JSON" + place, "Correct the file, or export it again.", context);
    }

    private VerisimException error(String code, String what, String remedy, Map<String, String> context) {
        return file.errors().of(code, "row " + Math.max(1, row) + " " + what, remedy, context);
    }
}
