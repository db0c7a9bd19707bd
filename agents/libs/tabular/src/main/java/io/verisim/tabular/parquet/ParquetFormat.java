package io.verisim.tabular.parquet;

import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.SourceFile;
import io.verisim.tabular.TableFormat;
import io.verisim.tabular.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Parquet. Writes typed columns, dictionary-encoded and compressed by gzip. Reads flat and nested columns, a nested one
 * under its dotted path; lists are left out, with a note. Codecs read: none, gzip, snappy.
 */
public final class ParquetFormat implements TableFormat {

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".parquet");
    }

    @Override
    public boolean recognises(SourceFile file) {
        return file.startsWith('P', 'A', 'R', '1');
    }

    @Override
    public void read(SourceFile file, ReadOptions options, RowSink sink) throws IOException {
        new ParquetTableReader(file, options.limits(), sink).read();
    }

    @Override
    public TableWriter writer(OutputStream out, String suffix, TableSchema schema) throws IOException {
        return new ParquetTableWriter(out, schema);
    }
}
