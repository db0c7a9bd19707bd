package io.verisim.tabular.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Decompresses pages. */
final class Codecs {

    private Codecs() {}

    static boolean isKnown(CompressionCodec codec) {
        return codec == CompressionCodec.UNCOMPRESSED
                || codec == CompressionCodec.GZIP
                || codec == CompressionCodec.SNAPPY;
    }

    /**
     * The page as it was before compression.
     *
     * @throws IOException where the bytes are not what the codec writes, or not of that size
     */
    static byte[] decompress(CompressionCodec codec, byte[] bytes, int from, int length, int size) throws IOException {
        byte[] page = switch (codec) {
            case UNCOMPRESSED -> Arrays.copyOfRange(bytes, from, from + length);
            case GZIP -> gunzip(bytes, from, length, size);
            case SNAPPY -> Snappy.decompress(bytes, from, length, size);
            default -> throw new IOException("Codec " + codec);
        };
        if (page.length != size) {
            throw new IOException("A page of " + page.length + " bytes instead of " + size);
        }
        return page;
    }

    private static byte[] gunzip(byte[] bytes, int from, int length, int size) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, from, length))) {
            return in.readNBytes(size);
        }
    }
}
