package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A score of one column.
 *
 * @param metric name of the measure, such as {@code KSComplement}
 * @param score from 0 to 1, 1 is best; null where undefined
 * @param reason why it is undefined, else null
 */
public record ColumnScore(
        String metric,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score,
        @Nullable String reason) {

    static ColumnScore of(String metric, double score, String reasonIfUndefined) {
        Double defined = Defined.of(score);
        return new ColumnScore(metric, defined, defined == null ? reasonIfUndefined : null);
    }
}
