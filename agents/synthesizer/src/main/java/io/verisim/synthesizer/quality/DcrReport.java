package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.verisim.synthesizer.privacy.CopyCounts;
import io.verisim.synthesizer.privacy.DcrScores;
import org.jspecify.annotations.Nullable;

/**
 * Distances to the closest record, where there is a holdout.
 *
 * @param overfittingProtection 1 is best; null where undefined
 * @param closerToTrainingShare one half where nothing was learnt by heart; null where undefined
 * @param baselineProtection against random rows; null where undefined
 * @param copies exact and near copies of training rows, beside what holdout rows show
 * @param sampled whether tables were too large to be compared whole
 * @param reason why a figure is undefined, else null
 */
public record DcrReport(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double overfittingProtection,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double closerToTrainingShare,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double baselineProtection,
        CopyCounts copies,
        boolean sampled,
        @Nullable String reason) {

    static DcrReport of(DcrScores scores) {
        Double overfitting = Defined.of(scores.overfittingProtection());
        Double closer = Defined.of(scores.closerToTrainingShare());
        Double baseline = Defined.of(scores.baselineProtection());
        String reason = overfitting == null || closer == null
                ? "a table has no row"
                : baseline == null ? "random rows lie at distance 0" : null;
        return new DcrReport(overfitting, closer, baseline, scores.copies(), scores.sampled(), reason);
    }
}
