package io.verisim.synthesizer.detector;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the synthetic rows are worth to somebody who learns from them: boosted trees learn the target from the synthetic,
 * from the training and from resampled training rows, and all are tested on held-out rows.
 *
 * @param target the column that is guessed; null where there is none
 * @param chosenBy {@code option}, {@code metadata}, or {@code data} where neither names one
 * @param classes values that are guessed, each against the rest where there are more than two
 * @param synthetic area under the curve, mean over classes, of trees that learnt from synthetic rows; null where undefined
 * @param real the same of trees that learnt from training rows
 * @param bootstrap the same of trees that learnt from training rows drawn with replacement: what chance alone costs
 * @param gap {@code real − synthetic}
 * @param bootstrapGap {@code real − bootstrap}
 * @param trainingRows rows that each of the three learnt from
 * @param testRows held-out rows
 * @param reason why the areas are undefined, else null
 */
public record Utility(
        @Nullable String target,
        @Nullable String chosenBy,
        int classes,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double synthetic,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double real,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double bootstrap,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double gap,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double bootstrapGap,
        int trainingRows,
        int testRows,
        @Nullable String reason) {

    static Utility undefined(@Nullable Target target, String reason) {
        return new Utility(
                target == null ? null : target.column().name(),
                target == null ? null : target.chosenBy(),
                0,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                reason);
    }
}
