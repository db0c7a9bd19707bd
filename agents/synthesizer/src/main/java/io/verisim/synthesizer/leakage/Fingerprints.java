package io.verisim.synthesizer.leakage;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/**
 * A set of texts of which only salted 64-bit hashes are kept. Whether a text is in it can be told without holding any
 * text; a false yes has a chance of about its size in 2^64.
 */
public final class Fingerprints {

    private final long salt;
    private final long[] sorted;

    /** The same hashes by their lowest bits, with gaps of 0 and linear probing; at most half full. */
    private final long[] table;

    private final boolean holdsZero;

    private Fingerprints(long salt, long[] sorted) {
        this.salt = salt;
        this.sorted = sorted;
        table = new long[Integer.highestOneBit(sorted.length + 1) * 4];
        boolean zero = false;
        for (long hash : sorted) {
            int at = (int) hash & (table.length - 1);
            while (table[at] != 0 && table[at] != hash) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = hash;
            zero |= hash == 0;
        }
        holdsZero = zero;
    }

    public static Fingerprints of(Set<String> texts, long salt) {
        return ofHashes(texts.stream().mapToLong(text -> hash(text, salt)).toArray(), salt);
    }

    static Fingerprints ofHashes(long[] hashes, long salt) {
        Arrays.sort(hashes);
        return new Fingerprints(salt, hashes);
    }

    public boolean contains(String text) {
        return sorted.length > 0 && containsHash(hash(text, salt));
    }

    boolean containsHash(long hash) {
        if (hash == 0) {
            return holdsZero;
        }
        int at = (int) hash & (table.length - 1);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    public int size() {
        return sorted.length;
    }

    long salt() {
        return salt;
    }

    static long hash(String text, long salt) {
        return end(extend(begin(salt), text), text.length());
    }

    /** The hash of a text in pieces: begin, extend by each piece, end with the length of all. */
    static long begin(long salt) {
        return salt ^ 0x9e3779b97f4a7c15L;
    }

    static long extend(long begun, String piece) {
        long hash = begun;
        for (int i = 0; i < piece.length(); i++) {
            hash = (hash ^ piece.charAt(i)) * 0xff51afd7ed558ccdL;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    static long end(long hash, int length) {
        return mix(hash + length);
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(salt);
        Codec.writeLongs(out, sorted);
    }

    public static Fingerprints read(DataInput in) throws IOException {
        return new Fingerprints(in.readLong(), Codec.readLongs(in));
    }
}
