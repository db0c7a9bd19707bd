package io.verisim.synthesizer.generation;

import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.List;

/** The numbers of drawn rows as their columns write them, rounded and coded. Not for several threads. */
final class WrittenNumbers {

    private final List<Modelled> columns;
    private final SampleBlock drawn;
    private final long[][] values;

    /** The numbers of these columns, of all rows. */
    WrittenNumbers(List<Modelled> columns, SampleBlock drawn) {
        this.columns = columns;
        this.drawn = drawn;
        values = columns.stream().map(column -> of(column, drawn)).toArray(long[][]::new);
    }

    /** The numbers of one column, one a row; meaningful where the row holds a number; empty for a category. */
    static long[] of(Modelled column, SampleBlock drawn) {
        int[] codes = drawn.codes(column.model());
        double[] numbers = drawn.numbers(column.model());
        long[] values = new long[numbers.length];
        for (int row = 0; row < values.length; row++) {
            if (codes[row] == ModelColumn.NUMBER) {
                values[row] = column.code(numbers[row]);
            }
        }
        return values;
    }

    /** Follows a change of a drawn row. */
    void refresh(int row) {
        for (int c = 0; c < values.length; c++) {
            Modelled column = columns.get(c);
            if (drawn.codes(column.model())[row] == ModelColumn.NUMBER) {
                values[c][row] = column.code(drawn.numbers(column.model())[row]);
            }
        }
    }

    /** Those of a column, as {@link #of(Modelled, SampleBlock)} gives them. */
    long[] of(int column) {
        return values[column];
    }
}
