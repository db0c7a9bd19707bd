package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other real rows score in the place of the synthetic ones: the best that a twin can be expected to reach without
 * knowing the real rows by heart.
 *
 * @param source {@code holdout} where it was measured on one, {@code halves} where it was estimated from the real table
 * @param rows rows of the holdout, or the number of synthetic rows that the estimate is for
 * @param scores as the twin's
 * @param correlationPreservation as the twin's; null where undefined
 * @param treeDetectorAuc of the holdout against the real rows; null without a holdout or a detector
 * @param columns score of each column's shape; only columns that have one
 */
public record Ceiling(
        String source,
        int rows,
        @JsonUnwrapped QualityScores scores,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double correlationPreservation,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double treeDetectorAuc,
        Map<String, Double> columns) {

    static final String HOLDOUT = "holdout";
    static final String HALVES = "halves";
}
