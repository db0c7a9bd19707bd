package io.verisim.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 text that grows, for writers that make no string a value. Not for several threads. */
public final class TextBytes {

    /** The two digits of each number below a hundred. */
    private static final byte[] PAIRS = pairs();

    private static final int LONGEST_LONG = 20;

    private byte[] bytes;
    private int length;

    /** An empty text with room for so many bytes. */
    public TextBytes(int capacity) {
        bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    /** Appends a character of ASCII. */
    public void ascii(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    /** Appends bytes that are UTF-8 already. */
    public void raw(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    public void text(String text) {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a whole number as {@link Long#toString(long)} writes it. */
    public void number(long value) {
        if (value == Long.MIN_VALUE) {
            text(Long.toString(value));
            return;
        }
        if (value < 0) {
            ascii('-');
        }
        digits(Math.abs(value), 1);
    }

    /** Appends a number that is not negative, with zeros before it up to a width. */
    public void digits(long value, int width) {
        int count = Math.max(width, count(value));
        ensure(Math.max(count, LONGEST_LONG));
        int at = length + count;
        long rest = value;
        while (rest >= 100) {
            int pair = (int) (rest % 100) * 2;
            rest /= 100;
            bytes[--at] = PAIRS[pair + 1];
            bytes[--at] = PAIRS[pair];
        }
        bytes[--at] = (byte) ('0' + rest % 10);
        if (rest >= 10) {
            bytes[--at] = (byte) ('0' + rest / 10);
        }
        while (at > length) {
            bytes[--at] = '0';
        }
        length += count;
    }

    private static int count(long value) {
        int count = 1;
        long power = 10;
        while (count < LONGEST_LONG - 1 && value >= power) {
            power *= 10;
            count++;
        }
        return count;
    }

    /** Writes everything and is empty again. */
    public void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(length, Math.max(more, length)));
        }
    }

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }
}
