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

    /** Some rows of the real table as the first, some as the second of two tables. */
    AlignedColumn parts(int[] first, int[] second);

    /** The real and the holdout table, this in the place of the synthetic one. */
    AlignedColumn withHoldoutAsSynthetic();

    default String name() {
        return spec().name();
    }
}
