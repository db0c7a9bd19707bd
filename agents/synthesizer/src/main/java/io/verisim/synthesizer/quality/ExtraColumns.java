package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.shape.Adherence;
import io.verisim.synthesizer.quality.shape.Statistics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures of a column that enter no overall score: coverage, adherence, missing values, simple statistics. */
final class ExtraColumns {

    private ExtraColumns() {}

    static Map<String, @Nullable Double> of(AlignedColumn column) {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        figures.put("MissingValueSimilarity", Defined.of(Statistics.missingValueSimilarity(column)));
        switch (column) {
            case NumberColumn n -> numeric(figures, n);
            case CategoryColumn c -> {
                figures.put("CategoryCoverage", Defined.of(Statistics.categoryCoverage(c)));
                figures.put("CategoryAdherence", Defined.of(Adherence.category(c)));
            }
        }
        return figures;
    }

    private static void numeric(Map<String, @Nullable Double> figures, NumberColumn column) {
        double[] real = column.present(Side.REAL);
        double[] synthetic = column.present(Side.SYNTHETIC);
        figures.put("RangeCoverage", Defined.of(Statistics.rangeCoverage(real, synthetic)));
        figures.put("BoundaryAdherence", Defined.of(Adherence.boundary(column)));
        figures.put("StatisticSimilarity_mean", Defined.of(Statistics.similarity(real, synthetic, Statistics::mean)));
        figures.put(
                "StatisticSimilarity_median", Defined.of(Statistics.similarity(real, synthetic, Statistics::median)));
        figures.put(
                "StatisticSimilarity_std",
                Defined.of(Statistics.similarity(real, synthetic, Statistics::standardDeviation)));
    }
}
