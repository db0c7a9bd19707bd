package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;

/** Counts rows that equal a real row in all measured columns. */
public final class ExactCopies {

    private ExactCopies() {}

    /** How many rows of a table equal some real row. */
    public static int count(AlignedTable table, Side side) {
        RowPrints real = RowPrints.of(columns(table, Side.REAL), table.rows(Side.REAL));
        double[][] columns = columns(table, side);
        int copies = 0;
        for (int row = 0; row < table.rows(side); row++) {
            Interruption.checkAt(row);
            copies += real.count(RowPrints.print(columns, row)) > 0 ? 1 : 0;
        }
        return copies;
    }

    private static double[][] columns(AlignedTable table, Side side) {
        return table.columns().stream().map(c -> c.numbers(side)).toArray(double[][]::new);
    }
}
