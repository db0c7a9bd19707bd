package io.verisim.synthesizer.quality.data;

/** One column of several tables, in the same terms for all of them. */
public sealed interface AlignedColumn permits NumberColumn, CategoryColumn {

    /** What the column is. */
    ColumnSpec spec();

    /** Number of rows of a table. */
    int rows(Side side);

    /** Number of missing values of a table. */
    int missing(Side side);

    /**
     * The values as numbers, the code for a category; NaN is missing. Not a copy for numbers: read only.
     */
    double[] numbers(Side side);

    default String name() {
        return spec().name();
    }
}
