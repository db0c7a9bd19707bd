package io.verisim.numerics;

/**
 * A permutation of 0 … n-1 that is chosen by a key and computed, not stored: distinct values for distinct indices in
 * memory that does not depend on n. A balanced Feistel network on the smallest even number of bits that holds n, walked
 * along its cycle until it is below n, which takes fewer than four steps on average (J. Black and P. Rogaway, "Ciphers
 * with arbitrary finite domains", doi:10.1007/3-540-45760-7_9). Mixes well; keeps no secret.
 */
public final class KeyedPermutation {

    private static final int ROUNDS = 8;

    private final long n;
    private final int halfBits;
    private final long mask;
    private final long[] keys = new long[ROUNDS];

    private KeyedPermutation(long key, long n) {
        this.n = n;
        int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(n - 1));
        this.halfBits = (bits + 1) / 2;
        this.mask = (1L << halfBits) - 1;
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = mix(key + (round + 1) * 0x9e3779b97f4a7c15L);
        }
    }

    /**
     * A permutation.
     *
     * @param n number of elements, from 1 to 2^62
     */
    public static KeyedPermutation of(long key, long n) {
        if (n < 1 || n > 1L << 62) {
            throw new IllegalArgumentException("A permutation has 1 to 2^62 elements, not " + n);
        }
        return new KeyedPermutation(key, n);
    }

    public long size() {
        return n;
    }

    /** Where index {@code i} goes. */
    public long at(long i) {
        check(i);
        long value = i;
        do {
            value = encrypt(value);
        } while (value >= n);
        return value;
    }

    /** Which index goes to {@code value}: the inverse of {@link #at}. */
    public long indexOf(long value) {
        check(value);
        long index = value;
        do {
            index = decrypt(index);
        } while (index >= n);
        return index;
    }

    private void check(long i) {
        if (i < 0 || i >= n) {
            throw new IndexOutOfBoundsException(i + " is not in a permutation of " + n);
        }
    }

    private long encrypt(long value) {
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (mix(right ^ keys[round]) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }

    private long decrypt(long value) {
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long before = right ^ (mix(left ^ keys[round]) & mask);
            right = left;
            left = before;
        }
        return left << halfBits | right;
    }

    /** The finaliser of SplitMix64, doi:10.1145/2660193.2660195. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
