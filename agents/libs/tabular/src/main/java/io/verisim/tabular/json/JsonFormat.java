package io.verisim.tabular.json;

import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.SourceFile;
import io.verisim.tabular.TableFormat;
import io.verisim.tabular.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** JSON. An object is a row; {@code .json} is written as an array of them, {@code .jsonl} as one a line. */
public final class JsonFormat implements TableFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".json", ".jsonl", ".ndjson");
    }

    @Override
    public boolean recognises(SourceFile file) {
        return false;
    }

    @Override
    public void read(SourceFile file, ReadOptions options, RowSink sink) throws IOException {
        new JsonTableReader(file, options.limits(), sink).read();
    }

    @Override
    public TableWriter writer(OutputStream out, String suffix, TableSchema schema) {
        return new JsonTableWriter(out, suffix.equals(".json"), schema);
    }
}
