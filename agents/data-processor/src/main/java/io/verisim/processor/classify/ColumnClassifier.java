package io.verisim.processor.classify;

import io.verisim.model.sensitivity.Vote;
import java.util.List;

/**
 * Looks at a column from one side and votes for what its values may be. Providers are found by
 * {@link java.util.ServiceLoader}; they hold no state that changes, and are called by several threads.
 */
public interface ColumnClassifier {

    /** Name shown with its votes, such as {@code pattern}. */
    String name();

    /**
     * The types that the column may have; none where this side tells nothing. A vote for
     * {@link io.verisim.model.sensitivity.SensitivityType#NONE} is evidence that the column is nothing personal.
     * Explanations hold no value of the column.
     */
    List<Vote> votes(ColumnView column);
}
