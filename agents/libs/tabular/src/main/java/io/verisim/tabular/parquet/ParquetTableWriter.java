package io.verisim.tabular.parquet;

import io.verisim.model.table.TableSchema;
import io.verisim.tabular.BlockCheck;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TypedTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Writes row groups as they fill, and the footer at the end: memory holds one row group. */
final class ParquetTableWriter implements TableWriter {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String CREATED_BY = "verisim version 1.0.0 (build none)";
    private static final int GROUP_ROWS = 1_000_000;
    private static final long GROUP_BYTES = 64 << 20;

    private final OutputStream out;
    private final TableSchema schema;
    private final List<WrittenColumn> columns;
    private final MessageType message;
    private final List<RowGroup> groups = new ArrayList<>();
    private long position;
    private @Nullable Group group;

    ParquetTableWriter(OutputStream out, TableSchema schema) throws IOException {
        this.out = out;
        this.schema = schema;
        this.columns = schema.columns().stream().map(WrittenColumn::new).toList();
        this.message = new MessageType(
                "schema",
                columns.stream()
                        .map(WrittenColumn::type)
                        .map(org.apache.parquet.schema.Type.class::cast)
                        .toList());
        bytes(MAGIC);
    }

    @Override
    public void write(TypedTable block) throws IOException {
        BlockCheck.columnsMatch(block, schema);
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).take(block.columns().get(c));
        }
        for (int row = 0; row < block.rows(); row++) {
            Group open = group == null ? new Group() : group;
            group = open;
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).write(open.writers.get(c), row);
            }
            open.store.endRecord();
            open.rows++;
            if (open.isFull()) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        Group full = group;
        if (full == null) {
            return;
        }
        group = null;
        full.store.flush();
        List<ColumnChunk> chunks = new ArrayList<>();
        long begin = position;
        long uncompressed = 0;
        for (ChunkWriter chunk : full.chunks.values()) {
            ColumnChunk written = chunk.finish(out, position);
            chunks.add(written);
            ColumnMetaData meta = Required.of(written.getMeta_data());
            position += meta.getTotal_compressed_size();
            uncompressed += meta.getTotal_uncompressed_size();
        }
        full.store.close();
        groups.add(new RowGroup(chunks, uncompressed, full.rows)
                .setFile_offset(begin)
                .setTotal_compressed_size(position - begin));
    }

    @Override
    public void finish() throws IOException {
        flush();
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(new SchemaElement("schema").setNum_children(columns.size()));
        columns.forEach(column -> elements.add(column.element()));
        long rows = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
        FileMetaData meta = new FileMetaData(1, elements, rows, groups)
                .setCreated_by(CREATED_BY)
                .setColumn_orders(columns.stream()
                        .map(column -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()))
                        .toList());
        java.io.ByteArrayOutputStream footer = new java.io.ByteArrayOutputStream();
        Util.writeFileMetaData(meta, footer);
        bytes(footer.toByteArray());
        bytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.size())
                .array());
        bytes(MAGIC);
        out.flush();
    }

    private void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    @Override
    public void close() {
        if (group != null) {
            group.store.close();
        }
    }

    /** The row group that is being filled. */
    private final class Group {

        private final Map<String, ChunkWriter> chunks = new LinkedHashMap<>();
        private final ColumnWriteStore store;
        private final List<ColumnWriter> writers;
        private int rows;

        Group() {
            columns.forEach(c -> chunks.put(c.type().getName(), new ChunkWriter(c.type())));
            store = ParquetProperties.builder()
                    .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                    .withDictionaryEncoding(true)
                    .build()
                    .newColumnWriteStore(message, descriptor -> chunk(descriptor.getPath()[0]));
            writers = columns.stream()
                    .map(column -> store.getColumnWriter(column.descriptor()))
                    .toList();
        }

        private ChunkWriter chunk(String name) {
            ChunkWriter chunk = chunks.get(name);
            if (chunk == null) {
                throw new IllegalStateException("No column '" + name + "'");
            }
            return chunk;
        }

        boolean isFull() {
            return rows >= GROUP_ROWS || (rows % 4096 == 0 && store.getBufferedSize() > GROUP_BYTES);
        }
    }
}
