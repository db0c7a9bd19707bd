package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.AlignedTable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How like two tables are, column by column and pair by pair.
 *
 * @param columns one a column, in table order
 * @param pairs one a pair of columns
 */
record Quality(List<ColumnFigures> columns, List<PairScore> pairs) {

    static Quality of(AlignedTable table, int threads) {
        return new Quality(ColumnFigures.of(table, threads), PairTrends.of(table, threads));
    }

    QualityScores scores() {
        Double shapes =
                Defined.mean(columns.stream().map(column -> column.shape().score()));
        Double counted = Defined.mean(pairs.stream().filter(PairScore::counted).map(PairScore::score));
        Double all = Defined.mean(pairs.stream().map(PairScore::score));
        return QualityScores.of(shapes, counted, all);
    }

    /** 1 − mean |r_real − r_syn| over the pairs of numeric columns; null where there is none. */
    @Nullable
    Double correlationPreservation() {
        Double difference = Defined.mean(pairs.stream().map(Quality::correlationDifference));
        return difference == null ? null : 1 - difference;
    }

    static @Nullable Double correlationDifference(PairScore pair) {
        Double real = pair.realStrength();
        Double synthetic = pair.syntheticStrength();
        return real == null || synthetic == null || !pair.metric().equals(PairScore.CORRELATION)
                ? null
                : Double.valueOf(Math.abs(real - synthetic));
    }

    /** The score of each pair, in order. */
    Stream<@Nullable Double> pairScores() {
        return pairs.stream().map(PairScore::score);
    }
}
