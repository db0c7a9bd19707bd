package io.verisim.synthesizer.privacy;

import java.util.Arrays;

/**
 * How often each record of a table occurs, by fingerprints of 64 bits: some 16 bytes a row, so that tables of millions of rows
 * are counted whole. Two different records share one with probability 2⁻⁶⁴, which is less than 10⁻⁷ over all pairs of two
 * tables of a million rows. Zero has one sign, missing is a value.
 */
final class RowPrints {

    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private static final int MOST_BITS = 26;

    private final long[] prints;
    private final int[] counts;
    private final int shift;
    private final int[] starts;

    private RowPrints(long[] sorted) {
        long[] distinct = sorted.clone();
        int[] occurrences = new int[sorted.length];
        int found = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[found++] = sorted[i];
            }
            occurrences[found - 1]++;
        }
        prints = Arrays.copyOf(distinct, found);
        counts = Arrays.copyOf(occurrences, found);
        int bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(found), 1, MOST_BITS);
        shift = Long.SIZE - bits;
        starts = new int[(1 << bits) + 1];
        for (long print : prints) {
            starts[bucket(print) + 1]++;
        }
        for (int b = 1; b < starts.length; b++) {
            starts[b] += starts[b - 1];
        }
    }

    /** Prints are spread evenly, so that their first bits part them into runs of one or two. */
    private int bucket(long print) {
        return (int) ((print ^ Long.MIN_VALUE) >>> shift);
    }

    /** The records of a table given by column. */
    static RowPrints of(double[][] columns, int rows) {
        return of(columns, rows, 1);
    }

    /** The same on several threads. */
    static RowPrints of(double[][] columns, int rows, int threads) {
        long[] prints = new long[rows];
        Pieces.each(threads, rows, row -> prints[row] = print(columns, row));
        Arrays.sort(prints);
        return new RowPrints(prints);
    }

    /** Fingerprint of a row. */
    static long print(double[][] columns, int row) {
        long print = 0;
        for (double[] column : columns) {
            print = add(print, Double.doubleToLongBits(column[row] + 0.0));
        }
        return print;
    }

    /** The fingerprint of what {@code print} stands for and a further value. */
    static long add(long print, long value) {
        return mix((print + STEP) ^ value);
    }

    /** The finaliser of MurmurHash3 by A. Appleby: every bit of the input changes every bit of the output. */
    private static long mix(long x) {
        long y = (x ^ (x >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        y = (y ^ (y >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return y ^ (y >>> 33);
    }

    /** How many rows have a fingerprint. */
    int count(long print) {
        int bucket = bucket(print);
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            if (prints[i] == print) {
                return counts[i];
            }
        }
        return 0;
    }

    /** How many different fingerprints there are. */
    int distinct() {
        return prints.length;
    }

    /** How many rows have a fingerprint that no other row has. */
    int unique() {
        return (int) Arrays.stream(counts).filter(count -> count == 1).count();
    }
}
