package io.verisim.tabular;

import java.util.Arrays;

/** From numbers of 64 bits to codes, by open addressing. */
final class LongCodes {

    private static final int NONE = -1;

    private long[] keys = new long[64];
    private int[] codes = new int[64];
    private int size;

    LongCodes() {
        Arrays.fill(codes, NONE);
    }

    /** The code of a number, negative where it has none. */
    int get(long key) {
        return codes[slot(key)];
    }

    /** Gives a number that has none its code. */
    void put(long key, int code) {
        if (2 * ++size > keys.length) {
            grow();
        }
        int slot = slot(key);
        keys[slot] = key;
        codes[slot] = code;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = (key ^ (key >>> 32)) * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (codes[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCodes = codes;
        keys = new long[Math.multiplyExact(oldKeys.length, 2)];
        codes = new int[keys.length];
        Arrays.fill(codes, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCodes[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                codes[slot] = oldCodes[i];
            }
        }
    }
}
