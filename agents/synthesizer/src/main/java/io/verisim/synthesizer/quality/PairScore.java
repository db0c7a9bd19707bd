package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score of two columns.
 *
 * @param columns their names
 * @param metric {@code CorrelationSimilarity} or {@code ContingencySimilarity}
 * @param score with all pairs counted, from 0 to 1; null where undefined
 * @param counted whether the real columns are related strongly enough to count by default: |r| above 0.5, Cramér's V
 *     above 0.3
 * @param realStrength r or V of the real columns; null where undefined
 * @param syntheticStrength r or V of the synthetic columns; null where undefined
 * @param reason why the score is undefined, else null
 */
public record PairScore(
        List<String> columns,
        String metric,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score,
        boolean counted,
        @Nullable Double realStrength,
        @Nullable Double syntheticStrength,
        @Nullable String reason) {

    /** Metric of two columns of numbers. */
    public static final String CORRELATION = "CorrelationSimilarity";

    /** Metric of all other pairs. */
    public static final String CONTINGENCY = "ContingencySimilarity";

    public PairScore {
        columns = List.copyOf(columns);
    }
}
