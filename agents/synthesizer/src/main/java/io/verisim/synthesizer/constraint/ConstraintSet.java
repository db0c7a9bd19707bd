package io.verisim.synthesizer.constraint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of all records.
 *
 * @param constraints what must hold; a missing value breaks none but {@link Constraint.Required}
 * @param where a condition that every record must meet for sure; null for none
 */
public record ConstraintSet(
        List<Constraint> constraints, @Nullable String where) {

    public static final ConstraintSet NONE = new ConstraintSet(List.of(), null);

    public ConstraintSet {
        constraints = List.copyOf(constraints);
    }

    public static ConstraintSet of(List<Constraint> constraints) {
        return new ConstraintSet(constraints, null);
    }

    public ConstraintSet withWhere(@Nullable String condition) {
        return new ConstraintSet(constraints, condition);
    }

    /** All of it as constraints. */
    public List<Constraint> all() {
        List<Constraint> all = new ArrayList<>(constraints);
        if (where != null) {
            all.add(new Constraint.Implies(null, where));
        }
        return all;
    }
}
