package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Rows that equal a training row in all measured columns: any, and such as occur in fewer than {@value #COMMON} training
 * rows, which point at somebody. The control is how often holdout rows do, or, without a holdout, how often a training row
 * equals one of the other training rows, which is the same law. Counted over all rows.
 */
final class RecordCopies {

    /** Records of so many training rows are common. */
    static final int COMMON = 5;

    private final int[] synthetic;
    private final int[] control;

    private RecordCopies(int[] synthetic, int[] control) {
        this.synthetic = synthetic;
        this.control = control;
    }

    static RecordCopies of(AlignedTable table, int threads) {
        RowPrints training = RowPrints.of(columns(table, Side.REAL), table.rows(Side.REAL), threads);
        boolean holdout = table.has(Side.HOLDOUT);
        return new RecordCopies(
                equalRows(table, Side.SYNTHETIC, training, 0, threads),
                equalRows(table, holdout ? Side.HOLDOUT : Side.REAL, training, holdout ? 0 : 1, threads));
    }

    /** How many training rows each row of a table equals, {@code self} of which are itself. */
    private static int[] equalRows(AlignedTable table, Side side, RowPrints training, int self, int threads) {
        double[][] columns = columns(table, side);
        int[] equals = new int[table.rows(side)];
        Pieces.each(threads, equals.length, row -> equals[row] = training.count(RowPrints.print(columns, row)) - self);
        return equals;
    }

    private static double[][] columns(AlignedTable table, Side side) {
        return table.columns().stream().map(c -> c.numbers(side)).toArray(double[][]::new);
    }

    /** Equal to any training row. */
    Finding exact() {
        return finding(Measure.EXACT_COPIES, equals -> equals > 0);
    }

    /** Equal to a training row that is rare. */
    Finding rare() {
        return finding(Measure.RARE_COPIES, equals -> equals > 0 && equals < COMMON);
    }

    private Finding finding(Measure measure, IntPredicate isCopy) {
        return Finding.of(measure, rate(synthetic, isCopy), rate(control, isCopy));
    }

    private static Rate rate(int[] equals, IntPredicate isCopy) {
        return Rate.of(Arrays.stream(equals).filter(isCopy).count(), equals.length);
    }
}
