package io.verisim.tabular;

import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A file format. One folder each, found by {@link java.util.ServiceLoader}; a new format is one more folder and one
 * more line in {@code META-INF/services}.
 */
public interface TableFormat {

    /** Short name in lower case, such as {@code csv}. */
    String name();

    /** File suffixes in lower case with their dot; the first is the usual one. */
    List<String> suffixes();

    /** Whether the content itself says that it is of this format, whatever the file is called. */
    boolean recognises(SourceFile file);

    /**
     * Reads the whole file.
     *
     * @throws io.verisim.model.error.VerisimException DATA where the file is not what it should be; names the place
     */
    void read(SourceFile file, ReadOptions options, RowSink sink) throws IOException;

    /**
     * Writes a table to a stream; {@link TableWriter#finish()} flushes the stream, nothing closes it.
     *
     * @param suffix which of {@link #suffixes()} the file has
     */
    TableWriter writer(OutputStream out, String suffix, TableSchema schema) throws IOException;
}
