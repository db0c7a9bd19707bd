package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.condition.Cells;
import io.verisim.synthesizer.condition.Condition;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.condition.NumberSet;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.constraint.Rule;
import io.verisim.synthesizer.constraint.Rules;
import io.verisim.synthesizer.model.Conditions;
import io.verisim.synthesizer.model.Conditions.Restriction;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a twin, sorted by how they are kept: those on drawn columns by drawing only rows that meet them,
 * those on a single column that is made afterwards by making another value. Immutable.
 */
final class RowRules {

    private final Layout layout;
    private final DrawnColumns columns;
    private final List<Rule> drawn = new ArrayList<>();
    private final Map<String, List<Rule>> made = new HashMap<>();

    /**
     * Rules.
     *
     * @throws VerisimException CONFIGURATION where a constraint looks at several columns of which not all are drawn
     */
    RowRules(List<ColumnMaker> makers, ConstraintSet set) {
        layout = new Layout(makers.stream().map(ColumnMaker::schema).toList());
        columns = new DrawnColumns(makers, layout);
        Rules rules = new Rules(layout);
        rules.of(set.constraints()).forEach(this::sort);
        if (set.where() != null) {
            Constraint where = new Constraint.Implies(null, set.where());
            rules.of(where).ifPresent(rule -> sort(new Rule(where, rule.condition(), true)));
        }
    }

    private void sort(Rule rule) {
        List<Integer> notDrawn = rule.condition().columns().stream()
                .filter(column -> !columns.isDrawn(column))
                .toList();
        if (notDrawn.isEmpty() || asksOnlyForMissing(rule.condition(), notDrawn)) {
            drawn.add(rule);
        } else if (rule.condition().columns().size() == 1 && !rule.strict()) {
            String name = layout.column(notDrawn.getFirst()).name();
            made.computeIfAbsent(name, unseen -> new ArrayList<>()).add(rule);
        } else {
            throw Demands.notDrawn(rule.constraint().describe(), layout.column(notDrawn.getFirst()));
        }
    }

    private static boolean asksOnlyForMissing(Condition condition, List<Integer> columns) {
        return switch (condition) {
            case Condition.IsNull c -> true;
            case Condition.Not c -> asksOnlyForMissing(c.part(), columns);
            case Condition.And c -> c.parts().stream().allMatch(part -> asksOnlyForMissing(part, columns));
            case Condition.Or c -> c.parts().stream().allMatch(part -> asksOnlyForMissing(part, columns));
            case Condition other -> columns.stream().noneMatch(other.columns()::contains);
        };
    }

    Layout layout() {
        return layout;
    }

    DrawnColumns columns() {
        return columns;
    }

    boolean admits(SampleBlock block, int row) {
        return broken(block, row) == null;
    }

    /** The constraint that a drawn row breaks; null for none. */
    @Nullable
    Constraint broken(SampleBlock block, int row) {
        if (drawn.isEmpty()) {
            return null;
        }
        Cells cells = columns.at(block, row);
        for (int i = 0; i < drawn.size(); i++) {
            if (!drawn.get(i).admits(cells)) {
                return drawn.get(i).constraint();
            }
        }
        return null;
    }

    /** The constraint that a made value breaks; null for none. */
    @Nullable
    Constraint broken(String column, String value) {
        List<Rule> rules = made.getOrDefault(column, List.of());
        if (rules.isEmpty()) {
            return null;
        }
        Cells cell = new MadeCell(value, layout.number(layout.find(column).orElseThrow(), value));
        return rules.stream()
                .filter(rule -> !rule.admits(cell))
                .map(Rule::constraint)
                .findFirst()
                .orElse(null);
    }

    boolean refuses(String column, String value) {
        return broken(column, value) != null;
    }

    /** What is asked of drawn rows; null where nothing is. */
    @Nullable
    Conditions conditions(SampleBlock scratch) {
        if (drawn.isEmpty()) {
            return null;
        }
        Map<Integer, boolean[]> levels = new HashMap<>();
        Map<Integer, NumberSet> numbers = new HashMap<>();
        for (Rule rule : drawn) {
            for (Condition part : rule.condition().conjuncts()) {
                if (part.columns().size() == 1) {
                    int column = part.columns().iterator().next();
                    int model = columns.model(column);
                    if (model >= 0) {
                        Rule single = new Rule(rule.constraint(), part, rule.strict());
                        restrict(single, column, levels, scratch);
                        numbers.merge(model, widened(column, part.numbers()), NumberSet::intersect);
                    }
                }
            }
        }
        Map<Integer, Restriction> restrictions = new HashMap<>();
        levels.forEach((model, allowed) ->
                restrictions.put(model, restriction(allowed, numbers.getOrDefault(model, NumberSet.ALL))));
        String description =
                drawn.stream().map(rule -> rule.constraint().describe()).collect(Collectors.joining(", "));
        return new Conditions(restrictions, this::admits, description);
    }

    /** Between what numbers of the model's a drawn column must lie; infinite where nothing is asked. */
    double[] ends(String name, SampleBlock scratch) {
        double[] ends = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        int column = layout.find(name).orElseThrow();
        Conditions conditions = conditions(scratch);
        if (conditions != null) {
            conditions
                    .of(columns.model(column))
                    .filter(restriction -> restriction.low().length > 0)
                    .ifPresent(restriction -> {
                        ends[0] = restriction.low()[0] + columns.rounding(column);
                        ends[1] = restriction.high()[restriction.high().length - 1] - columns.rounding(column);
                    });
        }
        return ends;
    }

    /** What is asked of values that are made after the rows were drawn, for messages; empty where nothing is. */
    String asked(List<String> names) {
        String asked = names.stream()
                .flatMap(name -> made.getOrDefault(name, List.of()).stream())
                .map(rule -> rule.constraint().describe())
                .collect(Collectors.joining(", "));
        return asked.isEmpty() ? "" : " and meets " + asked;
    }

    private void restrict(Rule rule, int column, Map<Integer, boolean[]> levels, SampleBlock scratch) {
        int model = columns.model(column);
        boolean[] allowed = levels.computeIfAbsent(model, unseen -> {
            boolean[] all = new boolean[columns.levels(column)];
            Arrays.fill(all, true);
            return all;
        });
        for (int level = 0; level < allowed.length; level++) {
            scratch.codes(model)[0] = level;
            allowed[level] &= rule.admits(columns.at(scratch, 0));
        }
    }

    /** The numbers that the model may draw so that the written ones are in a set, and some more at its ends. */
    private NumberSet widened(int column, NumberSet set) {
        double unit = columns.unit(column);
        double more = columns.rounding(column);
        NumberSet wide = NumberSet.EMPTY;
        for (NumberSet.Interval interval : set.intervals()) {
            wide = wide.union(NumberSet.of(interval.low() / unit - more, false, interval.high() / unit + more, false));
        }
        return wide;
    }

    private static Restriction restriction(boolean[] levels, NumberSet numbers) {
        return new Restriction(
                levels,
                numbers.intervals().stream()
                        .mapToDouble(NumberSet.Interval::low)
                        .toArray(),
                numbers.intervals().stream()
                        .mapToDouble(NumberSet.Interval::high)
                        .toArray());
    }

    private record MadeCell(String value, double read) implements Cells {
        @Override
        public String text(int column) {
            return value;
        }

        @Override
        public double number(int column) {
            return read;
        }

        @Override
        public boolean isMissing(int column) {
            return false;
        }
    }
}
