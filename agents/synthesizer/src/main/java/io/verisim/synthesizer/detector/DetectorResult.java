package io.verisim.synthesizer.detector;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well real and synthetic rows were told apart.
 *
 * @param treeDetectorAuc area under the curve of the pooled out-of-fold scores: 0.5 not at all, 1 always; null where
 *     undefined
 * @param rowsPerSide rows drawn from each table
 * @param importance share of every column in what the trees learnt, the largest first; the shares add up to 1
 * @param reason why the area is undefined, else null
 */
public record DetectorResult(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double treeDetectorAuc,
        int rowsPerSide,
        List<Importance> importance,
        @Nullable String reason) {

    public DetectorResult {
        importance = List.copyOf(importance);
    }

    /**
     * What a column gives away.
     *
     * @param column column name
     * @param share from 0 to 1
     */
    public record Importance(String column, double share) {}
}
