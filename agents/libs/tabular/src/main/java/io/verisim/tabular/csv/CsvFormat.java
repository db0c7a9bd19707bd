package io.verisim.tabular.csv;

import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.SourceFile;
import io.verisim.tabular.TableFormat;
import io.verisim.tabular.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Delimited text. What is written is the canonical dialect, in a {@code .tsv} file with tabs for commas. */
public final class CsvFormat implements TableFormat {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".csv", ".tsv", ".txt");
    }

    /** Text may be anything: delimited text is what is left when no other format recognises the file. */
    @Override
    public boolean recognises(SourceFile file) {
        return false;
    }

    @Override
    public void read(SourceFile file, ReadOptions options, RowSink sink) throws IOException {
        new CsvTableReader(file, options, sink).read();
    }

    @Override
    public TableWriter writer(OutputStream out, String suffix, TableSchema schema) throws IOException {
        return new CsvTableWriter(out, suffix.equals(".tsv") ? '\t' : ',', schema);
    }
}
