package io.verisim.distributor.target.postgres;

import java.sql.SQLException;
import java.util.Arrays;

/**
 * Bytes on their way into a COPY in text format: tab between fields, line feed after rows, {@code \N} for null, the
 * special characters escaped, UTF-8.
 */
final class CopyBuffer {

    /** Where full buffers go. */
    @FunctionalInterface
    interface Drain {
        void write(byte[] bytes, int offset, int length) throws SQLException;
    }

    private static final int FLUSH_AT = 1 << 16;
    private static final char REPLACEMENT = '?';

    private final Drain drain;
    private byte[] bytes = new byte[FLUSH_AT + (1 << 14)];
    private int size;

    CopyBuffer(Drain drain) {
        this.drain = drain;
    }

    void tab() {
        put('\t');
    }

    void endRow() throws SQLException {
        put('\n');
        if (size >= FLUSH_AT) {
            flush();
        }
    }

    void missing() {
        put('\\');
        put('N');
    }

    void flush() throws SQLException {
        if (size > 0) {
            drain.write(bytes, 0, size);
            size = 0;
        }
    }

    /** ASCII without special characters. */
    void plain(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    /** Any text. */
    void text(char[] chars, int offset, int length) {
        reserve(3 * length + 1);
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            char c = chars[i];
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(chars[i + 1])) {
                supplementary(Character.toCodePoint(c, chars[++i]));
            } else if (Character.isSurrogate(c)) {
                bytes[size++] = REPLACEMENT;
            } else {
                bytes[size++] = (byte) (0xe0 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
                bytes[size++] = (byte) (0x80 | c & 0x3f);
            }
        }
    }

    private void ascii(char c) {
        switch (c) {
            case '\\' -> escape('\\');
            case '\t' -> escape('t');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            default -> bytes[size++] = (byte) c;
        }
    }

    private void escape(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void supplementary(int codePoint) {
        bytes[size++] = (byte) (0xf0 | codePoint >> 18);
        bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
        bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | codePoint & 0x3f);
    }

    private void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
