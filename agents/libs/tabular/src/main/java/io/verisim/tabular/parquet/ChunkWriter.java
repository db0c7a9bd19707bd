package io.verisim.tabular.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Collects the compressed pages of one column of one row group. */
final class ChunkWriter implements PageWriter {

    private final PrimitiveType type;
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private @Nullable Statistics<?> statistics;
    private long values;
    private long uncompressed;

    ChunkWriter(PrimitiveType type) {
        this.type = type;
    }

    /** Writes the chunk where the file has got to, and describes it. */
    ColumnChunk finish(OutputStream out, long position) throws IOException {
        ColumnMetaData meta = new ColumnMetaData(
                thrift(type),
                encodings.stream().map(ChunkWriter::thrift).toList(),
                List.of(type.getName()),
                CompressionCodec.GZIP,
                values,
                uncompressed,
                (long) dictionary.size() + pages.size(),
                position + dictionary.size());
        if (dictionary.size() > 0) {
            meta.setDictionary_page_offset(position);
        }
        if (statistics != null) {
            meta.setStatistics(thrift(statistics));
        }
        dictionary.writeTo(out);
        pages.writeTo(out);
        return new ColumnChunk(position).setMeta_data(meta);
    }

    @Override
    public void writePage(
            BytesInput bytes, int valueCount, Statistics<?> stats, Encoding rl, Encoding dl, Encoding encoding)
            throws IOException {
        byte[] compressed = gzip(bytes);
        PageHeader header = new PageHeader(PageType.DATA_PAGE, Math.toIntExact(bytes.size()), compressed.length)
                .setData_page_header(new DataPageHeader(valueCount, thrift(encoding), thrift(dl), thrift(rl)));
        append(pages, header, compressed, bytes.size());
        encodings.addAll(List.of(rl, dl, encoding));
        values += valueCount;
        if (statistics == null) {
            statistics = stats.copy();
        } else {
            statistics.mergeStatistics(stats);
        }
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> stats,
            Encoding rl,
            Encoding dl,
            Encoding encoding)
            throws IOException {
        writePage(bytes, valueCount, stats, rl, dl, encoding);
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> stats,
            SizeStatistics sizes,
            GeospatialStatistics places,
            Encoding rl,
            Encoding dl,
            Encoding encoding)
            throws IOException {
        writePage(bytes, valueCount, stats, rl, dl, encoding);
    }

    @Override
    public void writePageV2(
            int rowCount,
            int nullCount,
            int valueCount,
            BytesInput repetitionLevels,
            BytesInput definitionLevels,
            Encoding dataEncoding,
            BytesInput data,
            Statistics<?> stats) {
        throw new UnsupportedOperationException("Pages of version 1 are asked for");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        byte[] compressed = gzip(page.getBytes());
        PageHeader header = new PageHeader(
                        PageType.DICTIONARY_PAGE,
                        Math.toIntExact(page.getBytes().size()),
                        compressed.length)
                .setDictionary_page_header(
                        new DictionaryPageHeader(page.getDictionarySize(), thrift(page.getEncoding())));
        append(dictionary, header, compressed, page.getBytes().size());
        encodings.add(page.getEncoding());
    }

    private void append(ByteArrayOutputStream to, PageHeader header, byte[] compressed, long size) throws IOException {
        int before = to.size();
        Util.writePageHeader(header, to);
        uncompressed += to.size() - before + size;
        to.write(compressed);
    }

    @Override
    public long getMemSize() {
        return (long) dictionary.size() + pages.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + getMemSize() + " bytes";
    }

    private static byte[] gzip(BytesInput bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream((int) Math.min(bytes.size(), 1 << 20));
        try (OutputStream out = new FastGzip(compressed)) {
            bytes.writeAllTo(out);
        }
        return compressed.toByteArray();
    }

    private static org.apache.parquet.format.Statistics thrift(Statistics<?> stats) {
        org.apache.parquet.format.Statistics thrift =
                new org.apache.parquet.format.Statistics().setNull_count(stats.getNumNulls());
        boolean bounded = stats.type().getPrimitiveTypeName() != PrimitiveType.PrimitiveTypeName.BINARY;
        if (bounded && stats.hasNonNullValue()) {
            thrift.setMin_value(ByteBuffer.wrap(stats.getMinBytes()));
            thrift.setMax_value(ByteBuffer.wrap(stats.getMaxBytes()));
        }
        return thrift;
    }

    private static org.apache.parquet.format.Encoding thrift(Encoding encoding) {
        return org.apache.parquet.format.Encoding.valueOf(encoding.name());
    }

    private static Type thrift(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case INT64 -> Type.INT64;
            case INT32 -> Type.INT32;
            case DOUBLE -> Type.DOUBLE;
            case BOOLEAN -> Type.BOOLEAN;
            case BINARY -> Type.BYTE_ARRAY;
            default -> throw new IllegalArgumentException("Not written: " + type);
        };
    }

    /** The fastest level: encoded pages hold little that a slower one would find. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
