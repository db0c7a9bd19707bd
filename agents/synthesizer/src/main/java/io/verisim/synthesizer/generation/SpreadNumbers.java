package io.verisim.synthesizer.generation;

import io.verisim.numerics.KeyedPermutation;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;

/**
 * Makes the numbers of a column unique: on the grid of its values, row r may only have those that leave the remainder
 * π(r) when divided by the number of rows, where π is a keyed permutation; the one nearest to what was drawn is taken.
 * Distinct rows have distinct remainders, so no value repeats, and no row need know another.
 *
 * @param model the model's column
 * @param unit distance of neighbouring values
 * @param first number of the least value in units
 * @param last number of the greatest
 */
record SpreadNumbers(int model, double unit, double scale, long first, long last, KeyedPermutation remainders) {

    /**
     * Columns between two ends, which move apart where they do not hold a value for every row.
     *
     * @param scale 1/unit where that is whole, else 0
     */
    static SpreadNumbers of(int model, double unit, double scale, double[] span, long key, long rows) {
        long first = (long) Math.ceil(span[0] / unit - 1e-6);
        long last = Math.max((long) Math.floor(span[1] / unit + 1e-6), first + rows - 1);
        return new SpreadNumbers(model, unit, scale, first, last, KeyedPermutation.of(key, rows));
    }

    /** Moves the row's number; levels stay. */
    void settle(SampleBlock block, int row, long number) {
        if (block.codes(model)[row] != ModelColumn.NUMBER) {
            return;
        }
        long rows = remainders.size();
        long drawn = Math.clamp((long) Math.rint(block.numbers(model)[row] / unit), first, last);
        long shift = Math.floorMod(remainders.at(number) - drawn, rows);
        long nearest = drawn + (shift > rows / 2 ? shift - rows : shift);
        if (nearest > last) {
            nearest -= rows;
        }
        if (nearest < first) {
            nearest += rows;
        }
        block.numbers(model)[row] = scale > 0 ? nearest / scale : nearest * unit;
    }
}
