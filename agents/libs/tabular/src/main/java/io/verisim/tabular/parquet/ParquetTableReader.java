package io.verisim.tabular.parquet;

import io.verisim.model.error.VerisimException;
import io.verisim.tabular.ColumnNames;
import io.verisim.tabular.ReadLimits;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads one file, a row group at a time. */
final class ParquetTableReader {

    private static final int TAIL = 8;

    /** Early writers left the header of the dictionary page out of a chunk's size (PARQUET-816). */
    private static final int SLACK = 100;

    private final SourceFile file;
    private final ReadLimits limits;
    private final RowSink sink;

    ParquetTableReader(SourceFile file, ReadLimits limits, RowSink sink) {
        this.file = file;
        this.limits = limits;
        this.sink = sink;
    }

    void read() throws IOException {
        if (!file.startsWith('P', 'A', 'R', '1') || file.gzip()) {
            throw malformed("is no Parquet file", null);
        }
        try (FileChannel channel = FileChannel.open(file.path())) {
            rows(channel, footer(channel));
        } catch (VerisimException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            // whatever the decoders stumble over, it is the file
            throw malformed("is a damaged Parquet file, or one of a kind that is not read", e);
        } catch (OutOfMemoryError e) {
            // a damaged count makes a decoder ask for one impossible array; nothing else was allocated
            throw malformed("is a damaged Parquet file, or holds pages larger than the memory", e);
        }
    }

    private FileMetaData footer(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer tail = bytes(channel, size - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        String magic = StandardCharsets.US_ASCII.decode(tail).toString();
        if (!magic.equals("PAR1") || length <= 0 || length > size - TAIL - 4) {
            throw malformed("is a damaged or encrypted Parquet file", null);
        }
        ByteBuffer footer = bytes(channel, size - TAIL - length, length);
        return Util.readFileMetaData(new ByteArrayInputStream(footer.array()));
    }

    private void rows(FileChannel channel, FileMetaData meta) throws IOException {
        List<ReadColumn> columns = new ArrayList<>();
        for (ReadColumn column : ReadColumn.of(Required.of(meta.getSchema()))) {
            if (column.repeated()) {
                sink.note("Column '" + ColumnNames.shown(column.name()) + "' holds lists and was left out.");
            } else {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            throw malformed("has no column that holds one value a row", null);
        }
        sink.columns(
                file.errors().checkHeader(columns.stream().map(ReadColumn::name).toList(), limits.maxColumns()));
        long rows = 0;
        for (RowGroup group : Required.of(meta.getRow_groups())) {
            group(channel, group, columns, rows);
            rows += group.getNum_rows();
        }
        if (rows == 0) {
            throw file.errors().noRows("has columns but no rows");
        }
    }

    private void group(FileChannel channel, RowGroup group, List<ReadColumn> columns, long before) throws IOException {
        List<ColumnReader> readers = new ArrayList<>();
        for (ReadColumn column : columns) {
            readers.add(reader(channel, group, column));
        }
        for (long row = 0; row < group.getNum_rows(); row++) {
            for (int c = 0; c < readers.size(); c++) {
                ReadColumn column = columns.get(c);
                ColumnReader reader = readers.get(c);
                if (reader.getCurrentDefinitionLevel() < column.descriptor().getMaxDefinitionLevel()) {
                    sink.missing(c);
                } else {
                    value(c, column, column.text().of(reader), before + row + 1);
                }
                reader.consume();
            }
            sink.endRow();
        }
    }

    private void value(int index, ReadColumn column, String text, long row) {
        if (text.length() > limits.maxFieldChars()) {
            throw file.errors().fieldTooLong(row, column.name(), limits.maxFieldChars());
        }
        sink.text(index, text);
    }

    private ColumnReader reader(FileChannel channel, RowGroup group, ReadColumn column) throws IOException {
        ColumnMetaData meta =
                Required.of(Required.of(group.getColumns()).get(column.index()).getMeta_data());
        if (!Codecs.isKnown(Required.of(meta.getCodec()))) {
            throw file.errors()
                    .of(
                            "PARQUET_UNKNOWN_CODEC",
                            "column '" + ColumnNames.shown(column.name()) + "' is compressed by " + meta.getCodec()
                                    + ", which is not read",
                            "Write the file with snappy, gzip or no compression.",
                            Map.of("column", column.name()));
        }
        if (meta.getNum_values() != group.getNum_rows()) {
            throw new IOException(
                    "A column of " + meta.getNum_values() + " values in " + group.getNum_rows() + " rows");
        }
        long begin = meta.getData_page_offset();
        if (meta.isSetDictionary_page_offset() && meta.getDictionary_page_offset() > 0) {
            begin = Math.min(begin, meta.getDictionary_page_offset());
        }
        int size = Math.toIntExact(meta.getTotal_compressed_size());
        int slack = (int) Math.max(0, Math.min(SLACK, channel.size() - begin - size));
        byte[] chunk = bytes(channel, begin, size + slack).array();
        ChunkReader pages = new ChunkReader(chunk, meta, column.descriptor());
        MessageType schema =
                new MessageType("schema", List.<Type>of(column.descriptor().getPrimitiveType()));
        return new ColumnReadStoreImpl(new OneColumn(pages, group.getNum_rows()), NO_CONVERTER, schema, "")
                .getColumnReader(column.descriptor());
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
        if (from < 0 || count < 0 || from + count > channel.size()) {
            throw new EOFException("Bytes " + from + " to " + (from + count) + " of " + channel.size());
        }
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("The file shrank");
            }
        }
        return bytes.flip();
    }

    private VerisimException malformed(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return file.errors()
                .of("PARQUET_MALFORMED", what, "Write the file again, or export it as CSV.", Map.of(), cause);
    }

    private record OneColumn(ChunkReader pages, long rows) implements org.apache.parquet.column.page.PageReadStore {

        @Override
        public org.apache.parquet.column.page.PageReader getPageReader(
                org.apache.parquet.column.ColumnDescriptor descriptor) {
            return pages;
        }

        @Override
        public long getRowCount() {
            return rows;
        }
    }

    /** Values are taken from the reader, never pushed. */
    private static final GroupConverter NO_CONVERTER = new GroupConverter() {
        @Override
        public Converter getConverter(int fieldIndex) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    };
}
