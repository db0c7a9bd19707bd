package io.verisim.synthesizer.constraint;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.condition.Condition;
import io.verisim.synthesizer.condition.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether constraints can all hold, in a record that misses no value; and if not, the smallest set of them that cannot.
 * A set is found by leaving out one constraint after the other as long as the rest contradicts itself; then all smaller
 * sets of up to {@value #TRIED} are looked at, so that no smaller one remains unnamed.
 */
public final class Consistency {

    private static final int TRIED = 3;
    private static final int MOST_FOR_SEARCH = 40;

    private final Layout layout;
    private final long rows;
    private final Map<Constraint, Condition> conditions = new HashMap<>();

    /**
     * A check.
     *
     * @param rows how many records there are to be; what is unique needs as many values
     */
    public Consistency(Layout layout, long rows) {
        this.layout = layout;
        this.rows = rows;
    }

    /**
     * Refuses constraints that cannot all hold.
     *
     * @throws VerisimException CONFIGURATION naming the smallest set that cannot
     */
    public void check(List<Constraint> constraints) {
        conflict(constraints).ifPresent(conflict -> {
            throw new VerisimException(ErrorDetail.of(
                    ErrorCategory.CONFIGURATION,
                    "CONSTRAINTS_UNSATISFIABLE",
                    sentence(conflict),
                    conflict.size() == 1
                            ? "Change or leave out this constraint."
                            : "Change or leave out one of these."));
        });
    }

    private static String sentence(List<Constraint> conflict) {
        List<String> named = conflict.stream().map(Constraint::describe).toList();
        if (named.size() == 1) {
            return "No record can meet the constraint: " + named.getFirst() + ".";
        }
        return "No record can meet these " + named.size() + " constraints together: "
                + String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.getLast() + ".";
    }

    /** The smallest set of constraints that contradict each other; empty where none is found. */
    public Optional<List<Constraint>> conflict(List<Constraint> constraints) {
        Rules rules = new Rules(layout);
        constraints.forEach(c -> rules.of(c).ifPresent(rule -> conditions.put(c, rule.condition())));
        if (isPossible(constraints)) {
            return Optional.empty();
        }
        List<Constraint> minimal = new ArrayList<>(constraints);
        for (Constraint constraint : constraints) {
            List<Constraint> rest = new ArrayList<>(minimal);
            rest.remove(constraint);
            if (!isPossible(rest)) {
                minimal = rest;
            }
        }
        return Optional.of(smaller(constraints, minimal));
    }

    private List<Constraint> smaller(List<Constraint> all, List<Constraint> minimal) {
        if (all.size() <= MOST_FOR_SEARCH) {
            for (int size = 1; size < Math.min(minimal.size(), TRIED + 1); size++) {
                List<List<Constraint>> found = new ArrayList<>();
                choose(all, 0, size, new ArrayList<>(), found::add);
                if (!found.isEmpty()) {
                    return found.getFirst();
                }
            }
        }
        return minimal;
    }

    private void choose(
            List<Constraint> all, int from, int size, List<Constraint> chosen, Consumer<List<Constraint>> found) {
        if (chosen.size() == size) {
            if (!isPossible(chosen)) {
                found.accept(List.copyOf(chosen));
            }
            return;
        }
        for (int i = from; i < all.size(); i++) {
            chosen.add(all.get(i));
            choose(all, i + 1, size, chosen, found);
            chosen.removeLast();
        }
    }

    private boolean isPossible(List<Constraint> constraints) {
        Propagation propagation = new Propagation(
                layout,
                constraints.stream()
                        .filter(conditions::containsKey)
                        .map(conditions::get)
                        .toList());
        if (!propagation.run()) {
            return false;
        }
        return constraints.stream()
                .filter(Constraint.Unique.class::isInstance)
                .map(Constraint.Unique.class::cast)
                .allMatch(unique -> hasEnough(unique, propagation, constraints));
    }

    /** Records with a missing value need no combination of their own. */
    private boolean hasEnough(Constraint.Unique unique, Propagation propagation, List<Constraint> constraints) {
        double size = 1;
        for (String name : unique.columns()) {
            int column = layout.find(name).orElseThrow();
            boolean nullable = layout.column(column).nullable()
                    && constraints.stream()
                            .noneMatch(c -> c instanceof Constraint.Required required
                                    && layout.find(required.column()).orElse(-1) == column);
            size *= nullable
                    ? Double.POSITIVE_INFINITY
                    : propagation.domain(column).size();
        }
        return size >= rows;
    }
}
