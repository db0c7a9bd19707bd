package io.verisim.synthesizer.constraint;

import io.verisim.synthesizer.condition.Cells;
import io.verisim.synthesizer.condition.Condition;
import io.verisim.synthesizer.condition.Truth;

/**
 * A constraint as a condition on one row. Unknown, as where a value is missing, is good enough.
 *
 * @param strict whether it must be true, as what is asked for by a condition must
 */
public record Rule(Constraint constraint, Condition condition, boolean strict) {

    public boolean admits(Cells row) {
        Truth truth = condition.test(row);
        return truth == Truth.TRUE || (truth == Truth.UNKNOWN && !strict);
    }
}
