package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import java.util.Arrays;

/**
 * How often each record of a table occurs, by fingerprints of 64 bits: 8 bytes a row, so that tables of millions of rows
 * are counted whole. Two different records share one with probability 2⁻⁶⁴, which is less than 10⁻⁷ over all pairs of two
 * tables of a million rows. Zero has one sign, missing is a value.
 */
final class RowPrints {

    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private final long[] sorted;

    private RowPrints(long[] sorted) {
        this.sorted = sorted;
    }

    /** The records of a table given by column. */
    static RowPrints of(double[][] columns, int rows) {
        long[] prints = new long[rows];
        for (int row = 0; row < rows; row++) {
            Interruption.checkAt(row);
            prints[row] = print(columns, row);
        }
        Arrays.sort(prints);
        return new RowPrints(prints);
    }

    /** Fingerprint of a row. */
    static long print(double[][] columns, int row) {
        long print = 0;
        for (double[] column : columns) {
            print = mix((print + STEP) ^ Double.doubleToLongBits(column[row] + 0.0));
        }
        return print;
    }

    /** The finaliser of MurmurHash3 by A. Appleby: every bit of the input changes every bit of the output. */
    private static long mix(long x) {
        long y = (x ^ (x >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        y = (y ^ (y >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return y ^ (y >>> 33);
    }

    /** How many rows have a fingerprint. */
    int count(long print) {
        return bound(print, true) - bound(print, false);
    }

    /** The number of fingerprints below {@code print}, or not above it. */
    private int bound(long print, boolean inclusive) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inclusive ? sorted[middle] <= print : sorted[middle] < print) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many different fingerprints there are. */
    int distinct() {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i - 1] != sorted[i] ? 1 : 0;
        }
        return distinct;
    }

    /** How many rows have a fingerprint that no other row has. */
    int unique() {
        int unique = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            unique += before || after ? 0 : 1;
        }
        return unique;
    }
}
