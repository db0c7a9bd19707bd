package io.verisim.synthesizer.quality.data;

import java.util.Arrays;

/**
 * A numerical or datetime column of several tables. Numbers are doubles, datetimes nanoseconds since 1970-01-01T00:00Z;
 * NaN is missing, infinities are values. The arrays are handed out without a copy and must not be written.
 *
 * @param spec the column
 * @param sides values by table, indexed by {@link Side#ordinal()}
 */
public record NumberColumn(ColumnSpec spec, double[][] sides) implements AlignedColumn {

    public static NumberColumn of(ColumnSpec spec, double[]... sides) {
        return new NumberColumn(spec, sides);
    }

    @Override
    public int rows(Side side) {
        return sides[side.ordinal()].length;
    }

    @Override
    public int missing(Side side) {
        int missing = 0;
        for (double value : sides[side.ordinal()]) {
            if (Double.isNaN(value)) {
                missing++;
            }
        }
        return missing;
    }

    @Override
    public double[] numbers(Side side) {
        return sides[side.ordinal()];
    }

    /** The same values in ascending order, missing ones last: for measures that no order of rows matters to. */
    public NumberColumn sorted() {
        double[][] sorted = new double[sides.length][];
        for (int side = 0; side < sorted.length; side++) {
            sorted[side] = sides[side].clone();
            Arrays.sort(sorted[side]);
        }
        return new NumberColumn(spec, sorted);
    }

    /** The values that are not missing, in their order; a copy. */
    public double[] present(Side side) {
        double[] all = sides[side.ordinal()];
        double[] present = new double[all.length - missing(side)];
        int next = 0;
        for (double value : all) {
            if (!Double.isNaN(value)) {
                present[next++] = value;
            }
        }
        return present;
    }

    @Override
    public NumberColumn parts(int[] first, int[] second) {
        return of(spec, pick(first), pick(second));
    }

    private double[] pick(int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = sides[0][rows[i]];
        }
        return picked;
    }

    @Override
    public NumberColumn withHoldoutAsSynthetic() {
        return of(spec, numbers(Side.REAL), numbers(Side.HOLDOUT));
    }
}
