package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.shape.KolmogorovSmirnov;
import io.verisim.synthesizer.quality.shape.TotalVariation;

/** Scores the distribution of a column: KSComplement for numbers and datetimes, TVComplement for the rest. */
final class ColumnShapes {

    private static final String EMPTY = "a side has no value";

    private ColumnShapes() {}

    static ColumnScore of(AlignedColumn column) {
        return switch (column) {
            case NumberColumn n ->
                ColumnScore.of(
                        "KSComplement",
                        KolmogorovSmirnov.complement(n.present(Side.REAL), n.present(Side.SYNTHETIC)),
                        EMPTY);
            case CategoryColumn c ->
                ColumnScore.of(
                        "TVComplement",
                        TotalVariation.complement(c.counts(Side.REAL), c.counts(Side.SYNTHETIC)),
                        EMPTY);
        };
    }
}
