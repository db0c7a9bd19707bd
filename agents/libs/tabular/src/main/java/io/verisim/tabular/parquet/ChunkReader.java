package io.verisim.tabular.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** Cuts one column of one row group into its pages. */
final class ChunkReader implements PageReader {

    private static final int MAX_PAGE = 1 << 28;

    private final byte[] bytes;
    private final ColumnMetaData meta;
    private final Statistics<?> statistics;
    private int at;
    private long seen;

    ChunkReader(byte[] bytes, ColumnMetaData meta, ColumnDescriptor descriptor) {
        this.bytes = bytes;
        this.meta = meta;
        this.statistics =
                Statistics.getBuilderForReading(descriptor.getPrimitiveType()).build();
    }

    @Override
    public long getTotalValueCount() {
        return meta.getNum_values();
    }

    @Override
    @SuppressWarnings("NullAway") // the library's contract: null where the chunk has no dictionary
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            int before = at;
            PageHeader header = header();
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                at = before;
                return null;
            }
            byte[] page = body(header, header.getCompressed_page_size(), header.getUncompressed_page_size());
            DictionaryPageHeader dictionary = Required.of(header.getDictionary_page_header());
            if (dictionary.getNum_values() < 0 || dictionary.getNum_values() > 8L * page.length) {
                throw new IOException("A dictionary of more values than it has bits");
            }
            return new DictionaryPage(
                    BytesInput.from(page), dictionary.getNum_values(), encoding(dictionary.getEncoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // the library's contract: null after the last page
    public @Nullable DataPage readPage() {
        try {
            while (seen < meta.getNum_values()) {
                PageHeader header = header();
                switch (Required.of(header.getType())) {
                    case DATA_PAGE -> {
                        return version1(header);
                    }
                    case DATA_PAGE_V2 -> {
                        return version2(header);
                    }
                    default -> at += header.getCompressed_page_size();
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPage version1(PageHeader header) throws IOException {
        byte[] page = body(header, header.getCompressed_page_size(), header.getUncompressed_page_size());
        DataPageHeader data = Required.of(header.getData_page_header());
        count(data.getNum_values());
        return new DataPageV1(
                BytesInput.from(page),
                data.getNum_values(),
                page.length,
                statistics,
                encoding(data.getRepetition_level_encoding()),
                encoding(data.getDefinition_level_encoding()),
                encoding(data.getEncoding()));
    }

    /** Levels lie before the data and are never compressed. */
    private DataPage version2(PageHeader header) throws IOException {
        DataPageHeaderV2 data = Required.of(header.getData_page_header_v2());
        count(data.getNum_values());
        int repetition = data.getRepetition_levels_byte_length();
        int definition = data.getDefinition_levels_byte_length();
        int levels = Math.addExact(repetition, definition);
        if (repetition < 0 || definition < 0 || levels > header.getCompressed_page_size()) {
            throw new IOException("Levels longer than their page");
        }
        int from = at;
        byte[] levelBytes = Arrays.copyOfRange(bytes, from, from + levels);
        at += levels;
        int compressed = header.getCompressed_page_size() - levels;
        int size = header.getUncompressed_page_size() - levels;
        boolean plain = data.isSetIs_compressed() && !data.isIs_compressed();
        byte[] values = compressed == 0
                ? new byte[0]
                : plain ? take(CompressionCodec.UNCOMPRESSED, compressed, compressed) : body(header, compressed, size);
        return DataPageV2.uncompressed(
                data.getNum_rows(),
                data.getNum_nulls(),
                data.getNum_values(),
                BytesInput.from(levelBytes, 0, repetition),
                BytesInput.from(levelBytes, repetition, definition),
                encoding(data.getEncoding()),
                BytesInput.from(values),
                statistics);
    }

    private void count(int values) throws IOException {
        seen += values;
        if (values < 0 || seen > meta.getNum_values()) {
            throw new IOException("More values than announced");
        }
    }

    private PageHeader header() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, at, bytes.length - at);
        PageHeader header = Util.readPageHeader(in);
        at = bytes.length - in.available();
        int size = header.getCompressed_page_size();
        if (size < 0 || size > bytes.length - at) {
            throw new IOException("A page longer than its chunk");
        }
        return header;
    }

    private byte[] body(PageHeader header, int compressed, int size) throws IOException {
        if (size < 0 || size > MAX_PAGE) {
            throw new IOException("A page of " + size + " bytes");
        }
        return take(Required.of(meta.getCodec()), compressed, size);
    }

    private byte[] take(CompressionCodec codec, int compressed, int size) throws IOException {
        byte[] page = Codecs.decompress(codec, bytes, at, compressed, size);
        at += compressed;
        return page;
    }

    private static Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding) {
        return Encoding.valueOf(Required.of(encoding).name());
    }
}
