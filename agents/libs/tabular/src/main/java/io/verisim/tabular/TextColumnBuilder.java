package io.verisim.tabular;

import io.verisim.numerics.Interruption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Codes the values of one column as they come; a value is made into a string only where it is new. Values wait until
 * some hundreds are together: the dictionaries of a wide table do not fit into the processor's cache, one at a time does.
 */
final class TextColumnBuilder {

    private static final int WAITING = 512;
    private static final int WAITING_CHARS = 1 << 16;
    private static final int MISSING_LENGTH = -1;

    private final String name;
    private final List<String> dictionary = new ArrayList<>();
    private int[] codes = new int[64];
    private int rows;

    /** A slot is 0 while empty, else a value's hash above its code plus one. */
    private long[] slots = new long[64];

    private char[] chars = new char[256];
    private int charCount;
    private final int[] lengths = new int[WAITING];
    private final int[] hashes = new int[WAITING];
    private int waiting;

    TextColumnBuilder(String name) {
        this.name = name;
    }

    void missing() {
        lengths[waiting++] = MISSING_LENGTH;
        codeIfFull();
    }

    void text(char[] buffer, int offset, int length) {
        if (length > chars.length - charCount) {
            chars = Arrays.copyOf(chars, Math.max(charCount + length, 2 * chars.length));
        }
        System.arraycopy(buffer, offset, chars, charCount, length);
        hashes[waiting] = hash(buffer, offset, length);
        lengths[waiting++] = length;
        charCount += length;
        codeIfFull();
    }

    private void codeIfFull() {
        if (waiting == WAITING || charCount > WAITING_CHARS) {
            codeWaiting();
        }
    }

    TextColumn build() {
        codeWaiting();
        return TextColumn.coded(name, Arrays.copyOf(codes, rows), dictionary);
    }

    private void codeWaiting() {
        Interruption.check();
        if (codes.length - rows < waiting) {
            codes = Arrays.copyOf(codes, Math.addExact(rows, Math.max(waiting, rows >> 1)));
        }
        int at = 0;
        for (int i = 0; i < waiting; i++) {
            int length = lengths[i];
            if (length == MISSING_LENGTH) {
                codes[rows++] = TextColumn.MISSING;
            } else {
                codes[rows++] = code(hashes[i], at, length);
                at += length;
            }
        }
        waiting = 0;
        charCount = 0;
        if (chars.length > 4 * WAITING_CHARS) {
            chars = new char[WAITING_CHARS];
        }
    }

    private int code(int hash, int offset, int length) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        long found = slots[slot];
        while (found != 0) {
            if ((int) (found >>> 32) == hash && same(dictionary.get((int) found - 1), offset, length)) {
                return (int) found - 1;
            }
            slot = (slot + 1) & mask;
            found = slots[slot];
        }
        dictionary.add(new String(chars, offset, length));
        slots[slot] = (long) hash << 32 | dictionary.size();
        if (2 * dictionary.size() > slots.length) {
            grow();
        }
        return dictionary.size() - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    /** Neighbouring numbers as text must not land in neighbouring slots: the last step spreads every bit. */
    private static int hash(char[] buffer, int offset, int length) {
        long hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = (hash ^ buffer[i]) * 0x9e3779b97f4a7c15L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return (int) (hash >>> 32);
    }

    private boolean same(String value, int offset, int length) {
        if (value.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
