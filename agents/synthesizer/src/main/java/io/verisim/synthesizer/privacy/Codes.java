package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.trend.Discretisation;
import java.util.Arrays;

/** Columns as categories: numbers and datetimes in 10 bins of equal width over the training rows; NaN is missing. */
final class Codes {

    private Codes() {}

    /** Codes of all rows of a table. */
    static double[] of(AlignedColumn column, Side side) {
        return code(column, column.numbers(side));
    }

    /** Codes of some rows of a table. */
    static double[] of(AlignedColumn column, Side side, int[] rows) {
        return code(column, pick(column.numbers(side), rows));
    }

    /** Some of the values. */
    static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double[] code(AlignedColumn column, double[] values) {
        if (!column.spec().kind().continuous()) {
            return values;
        }
        double[] edges = Discretisation.openEdges(column.numbers(Side.REAL));
        int[] bins = Discretisation.codes(values, edges);
        double[] codes = new double[values.length];
        Arrays.setAll(codes, row -> Double.isNaN(values[row]) ? Double.NaN : bins[row]);
        return codes;
    }
}
