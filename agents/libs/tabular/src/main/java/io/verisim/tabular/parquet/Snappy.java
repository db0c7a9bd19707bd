package io.verisim.tabular.parquet;

import java.io.IOException;

/**
 * Decompresses Snappy's raw format (the format description in google/snappy): a length, then literals and copies from
 * what was already written. Everything is checked against the bounds of both sides.
 */
final class Snappy {

    private final byte[] in;
    private final int end;
    private int at;
    private final byte[] out;
    private int made;

    private Snappy(byte[] in, int from, int length, byte[] out) {
        this.in = in;
        this.at = from;
        this.end = from + length;
        this.out = out;
    }

    static byte[] decompress(byte[] bytes, int from, int length, int size) throws IOException {
        Snappy snappy = new Snappy(bytes, from, length, new byte[size]);
        snappy.run();
        return snappy.out;
    }

    private void run() throws IOException {
        if (length() != out.length) {
            throw broken();
        }
        while (at < end) {
            int tag = next();
            switch (tag & 3) {
                case 0 -> literal(tag >>> 2);
                case 1 -> copy((tag >>> 2 & 7) + 4, (tag >>> 5) << 8 | next());
                case 2 -> copy((tag >>> 2) + 1, little(2));
                default -> copy((tag >>> 2) + 1, little(4));
            }
        }
        if (made != out.length) {
            throw broken();
        }
    }

    private int length() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int b = next();
            value |= (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw broken();
    }

    /** Up to 60 bytes the tag holds their number less one, beyond that how many bytes hold it. */
    private void literal(int code) throws IOException {
        int count = (code < 60 ? code : little(code - 59)) + 1;
        if (count <= 0 || count > end - at || count > out.length - made) {
            throw broken();
        }
        System.arraycopy(in, at, out, made, count);
        at += count;
        made += count;
    }

    /** Byte by byte: a copy may overlap what it writes, to repeat it. */
    private void copy(int count, int offset) throws IOException {
        if (offset <= 0 || offset > made || count > out.length - made) {
            throw broken();
        }
        for (int i = 0; i < count; i++) {
            out[made] = out[made - offset];
            made++;
        }
    }

    private int little(int bytes) throws IOException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= next() << 8 * i;
        }
        return value;
    }

    private int next() throws IOException {
        if (at >= end) {
            throw broken();
        }
        return in[at++] & 0xff;
    }

    private static IOException broken() {
        return new IOException("Broken Snappy data");
    }
}
