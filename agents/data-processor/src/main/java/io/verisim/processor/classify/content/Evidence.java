package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import java.util.List;

/** One kind of content that a column may have. */
@FunctionalInterface
interface Evidence {

    /** Votes for what the content may be; none where there is no sign of it. The column has at least one value. */
    List<Vote> votes(ColumnView column);

    static Vote vote(SensitivityType type, double score, String explanation) {
        return new Vote(ContentClassifier.NAME, type, Math.clamp(score, 0, 1), explanation);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
