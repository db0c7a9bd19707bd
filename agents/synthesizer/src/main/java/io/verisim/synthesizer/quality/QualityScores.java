package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The headline figures, from 0 to 1, 1 is best; null where undefined.
 *
 * @param overall mean of shapes and default pair trends; shapes alone where no pair counts
 * @param columnShapes mean over columns
 * @param columnPairTrends mean over the pairs whose real columns are related (thresholds 0.5 and 0.3)
 * @param overallAllPairs as {@code overall} with all pairs
 * @param columnPairTrendsAllPairs mean over all pairs (thresholds 0)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record QualityScores(
        @Nullable Double overall,
        @Nullable Double columnShapes,
        @Nullable Double columnPairTrends,
        @Nullable Double overallAllPairs,
        @Nullable Double columnPairTrendsAllPairs) {

    /** The scores that follow from the means over columns, over related and over all pairs. */
    static QualityScores of(@Nullable Double shapes, @Nullable Double related, @Nullable Double all) {
        return new QualityScores(
                Defined.mean(Stream.of(shapes, related)), shapes, related, Defined.mean(Stream.of(shapes, all)), all);
    }
}
