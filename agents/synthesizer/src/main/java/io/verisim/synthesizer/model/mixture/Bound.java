package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that no number of another one passes in any row: a loan is no larger than the price, years in a firm are no
 * more than years at work.
 *
 * @param column the other column
 * @param upper whether its numbers are the upper ends, or the lower
 */
record Bound(int column, boolean upper) {

    private static final int LEAST_ROWS = 200;

    /** Among rows that do not belong together at least so many must pass, or the bound says nothing. */
    private static final double TELLING = 0.02;

    /** The bounds that earlier columns set to a column of numbers. */
    static List<Bound> of(SampleBlock data, int target, int[] before) {
        List<Bound> bounds = new ArrayList<>();
        for (int column : before) {
            if (data.numbers(column).length > 0) {
                for (boolean upper : new boolean[] {true, false}) {
                    Bound bound = new Bound(column, upper);
                    if (bound.holds(data, target)) {
                        bounds.add(bound);
                    }
                }
            }
        }
        return List.copyOf(bounds);
    }

    /** Whether a number of a row keeps the bound. */
    boolean allows(double number, SampleBlock block, int row) {
        if (block.codes(column)[row] != ModelColumn.NUMBER) {
            return true;
        }
        double end = block.numbers(column)[row];
        return upper ? number <= end : number >= end;
    }

    private boolean holds(SampleBlock data, int target) {
        int seen = 0;
        int strangers = 0;
        int passed = 0;
        for (int row = 0; row < data.rows(); row++) {
            if (data.codes(target)[row] == ModelColumn.NUMBER) {
                double number = data.numbers(target)[row];
                if (!allows(number, data, row)) {
                    return false;
                }
                seen += data.codes(column)[row] == ModelColumn.NUMBER ? 1 : 0;
                strangers++;
                passed += allows(number, data, (int) ((row + data.rows() / 2L) % data.rows())) ? 0 : 1;
            }
        }
        return seen >= LEAST_ROWS && passed >= TELLING * strangers;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(column);
        out.writeBoolean(upper);
    }

    static Bound read(DataInput in) throws IOException {
        return new Bound(in.readInt(), in.readBoolean());
    }
}
