package io.verisim.synthesizer.privacy;

import java.util.Arrays;

/** What rows must have in common to match at all: their categories, and which numbers are missing. */
final class RowKey {

    private final long[] parts;
    private final int hash;

    private RowKey(long[] parts) {
        this.parts = parts;
        this.hash = Arrays.hashCode(parts);
    }

    static RowKey of(double[][] codes, double[][] numbers, int row) {
        long[] parts = new long[codes.length + (numbers.length + 63) / 64];
        for (int c = 0; c < codes.length; c++) {
            parts[c] = Double.isNaN(codes[c][row]) ? -1 : (long) codes[c][row];
        }
        for (int c = 0; c < numbers.length; c++) {
            if (Double.isNaN(numbers[c][row])) {
                parts[codes.length + c / 64] |= 1L << (c % 64);
            }
        }
        return new RowKey(parts);
    }

    /** A row in all its values, for exact comparison; numbers by their bits, with one zero and one NaN. */
    static RowKey exact(double[][] columns, int row) {
        long[] parts = new long[columns.length];
        for (int c = 0; c < columns.length; c++) {
            parts[c] = Double.doubleToLongBits(columns[c][row] + 0.0);
        }
        return new RowKey(parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey key && hash == key.hash && Arrays.equals(parts, key.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
