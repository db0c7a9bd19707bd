package io.verisim.synthesizer.constraint;

import io.verisim.synthesizer.condition.Condition;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.condition.NumberSet;
import io.verisim.synthesizer.condition.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Narrows the values of every column by a set of conditions until nothing changes. What is found empty is contradictory
 * for sure; what is not may still be, where a contradiction needs several values to be tried.
 */
final class Propagation {

    private static final int ROUNDS = 50;

    private final Layout layout;
    private final Domain[] domains;
    private final Differences differences;
    private final List<Condition> conditions;

    Propagation(Layout layout, List<Condition> rules) {
        this.layout = layout;
        domains = new Domain[layout.columns().size()];
        for (int column = 0; column < domains.length; column++) {
            domains[column] = new Domain(layout, column);
        }
        differences = new Differences(domains.length);
        conditions = rules.stream().flatMap(rule -> rule.conjuncts().stream()).toList();
        conditions.forEach(this::addDifference);
    }

    private void addDifference(Condition condition) {
        if (condition instanceof Condition.CompareColumns c && c.ordered()) {
            switch (c.operator()) {
                case LESS -> differences.add(c.column(), c.other(), c.offset(), true);
                case AT_MOST -> differences.add(c.column(), c.other(), c.offset(), false);
                case GREATER -> differences.add(c.other(), c.column(), -c.offset(), true);
                case AT_LEAST -> differences.add(c.other(), c.column(), -c.offset(), false);
                case EQUAL -> {
                    differences.add(c.column(), c.other(), c.offset(), false);
                    differences.add(c.other(), c.column(), -c.offset(), false);
                }
                case NOT_EQUAL -> {
                    // says nothing about ends
                }
            }
        }
    }

    Domain domain(int column) {
        return domains[column];
    }

    /** Narrows; false where some column has no value left. */
    boolean run() {
        boolean[] changed = {true};
        for (int round = 0; round < ROUNDS && changed[0]; round++) {
            changed[0] = false;
            for (Condition condition : conditions) {
                if (!apply(condition, changed)) {
                    return false;
                }
            }
            if (!differences.narrow(domains, changed) || anyEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean anyEmpty() {
        for (Domain domain : domains) {
            if (domain.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean apply(Condition condition, boolean[] changed) {
        if (asksForMissing(condition)) {
            return true;
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return tuples(oneOf, changed);
        }
        if (condition.columns().size() == 1) {
            changed[0] |= domains[condition.columns().iterator().next()].narrow(condition);
            return true;
        }
        if (condition instanceof Condition.Or or) {
            List<Condition> left = or.parts().stream().filter(this::allows).toList();
            if (left.size() == 1) {
                return left.getFirst().conjuncts().stream().allMatch(only -> apply(only, changed));
            }
            return !left.isEmpty();
        }
        return true;
    }

    private static boolean asksForMissing(Condition condition) {
        return switch (condition) {
            case Condition.IsNull c -> true;
            case Condition.Not c -> c.part() instanceof Condition.IsNull || asksForMissing(c.part());
            case Condition.And c -> c.parts().stream().anyMatch(Propagation::asksForMissing);
            case Condition.Or c -> c.parts().stream().anyMatch(Propagation::asksForMissing);
            case Condition.Compare c -> false;
            case Condition.CompareColumns c -> false;
            case Condition.Matches c -> false;
            case Condition.OneOf c -> false;
        };
    }

    /** Whether each part on one column leaves that column something. */
    private boolean allows(Condition option) {
        return option.conjuncts().stream()
                .filter(part -> part.columns().size() == 1 && !asksForMissing(part))
                .allMatch(part -> domains[part.columns().iterator().next()].allows(part));
    }

    private boolean tuples(Condition.OneOf oneOf, boolean[] changed) {
        List<List<String>> left = new ArrayList<>();
        for (List<String> tuple : oneOf.tuples()) {
            if (isPossible(oneOf.together(), tuple)) {
                left.add(tuple);
            }
        }
        for (int i = 0; i < oneOf.together().size(); i++) {
            int column = oneOf.together().get(i);
            int place = i;
            Set<String> texts = new LinkedHashSet<>();
            left.forEach(tuple -> texts.add(tuple.get(place)));
            changed[0] |= layout.isOrdered(column)
                    ? domains[column].narrow(texts.stream()
                            .map(text -> NumberSet.point(layout.number(column, text)))
                            .reduce(NumberSet.EMPTY, NumberSet::union))
                    : domains[column].narrow(texts);
        }
        return !left.isEmpty();
    }

    private boolean isPossible(List<Integer> columns, List<String> tuple) {
        for (int i = 0; i < tuple.size(); i++) {
            if (!domains[columns.get(i)].contains(tuple.get(i))) {
                return false;
            }
        }
        return conditions.stream()
                .filter(condition -> condition instanceof Condition.CompareColumns c
                        && c.ordered()
                        && c.operator() != Operator.NOT_EQUAL
                        && columns.containsAll(c.columns()))
                .allMatch(condition -> holds((Condition.CompareColumns) condition, columns, tuple));
    }

    private boolean holds(Condition.CompareColumns c, List<Integer> columns, List<String> tuple) {
        double mine = layout.number(c.column(), tuple.get(columns.indexOf(c.column())));
        double other = layout.number(c.other(), tuple.get(columns.indexOf(c.other()))) + c.offset();
        return NumberSet.where(c.operator(), other).contains(mine);
    }
}
