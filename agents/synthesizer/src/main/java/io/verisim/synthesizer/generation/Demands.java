package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.constraint.Consistency;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What constraints change in the treatment of columns, before anything is learned. */
final class Demands {

    private static final Set<SensitivityType> CHECKED_BY_DIGITS = Set.of(
            SensitivityType.CREDIT_CARD,
            SensitivityType.IBAN,
            SensitivityType.NATIONAL_ID,
            SensitivityType.PHONE,
            SensitivityType.BANK_ACCOUNT);

    private final ConstraintSet set;
    private final TableSchema asked;

    /**
     * Demands on the columns of a source that are not dropped.
     *
     * @param rows how many rows are to be made
     * @throws VerisimException CONFIGURATION where a constraint makes no sense, or some contradict each other
     */
    Demands(ConstraintSet set, TableSchema asked, long rows) {
        this.set = set;
        this.asked = asked;
        Layout layout = new Layout(asked.columns().stream()
                .filter(column -> column.strategy() != Strategy.DROP)
                .toList());
        new Consistency(layout, rows).check(set.all());
    }

    /** The schema with what must be there and what must be unique marked as such. */
    TableSchema schema() {
        return new TableSchema(
                asked.name(), asked.columns().stream().map(this::marked).toList());
    }

    private ColumnSchema marked(ColumnSchema column) {
        boolean required = set.constraints().contains(new Constraint.Required(column.name()));
        return column.withOccurrence(column.nullable() && !required, column.unique() || isUnique(column));
    }

    private boolean isUnique(ColumnSchema column) {
        return set.constraints().contains(new Constraint.Unique(List.of(column.name())));
    }

    /** The strategies with unique values made as keys where they would be made from a pattern or as text. */
    TableSchema decided(TextTable source) {
        TableSchema decided = TreatedSchema.decided(source, schema());
        return new TableSchema(
                decided.name(), decided.columns().stream().map(this::keyed).toList());
    }

    private ColumnSchema keyed(ColumnSchema column) {
        boolean made = column.strategy() == Strategy.TEXT
                || (column.strategy() == Strategy.PATTERN && !CHECKED_BY_DIGITS.contains(column.sensitivityType()));
        return isUnique(column) && made
                ? column.withTreatment(Strategy.KEY, column.sensitivityType(), column.sensitive())
                : column;
    }

    /** The columns that miss no value. */
    Set<String> required() {
        Set<String> required = new HashSet<>();
        for (Constraint constraint : set.constraints()) {
            if (constraint instanceof Constraint.Required c) {
                required.add(c.column());
            }
        }
        return required;
    }

    /** A pattern of each column that has one, by name; the first where it has several. */
    Map<String, String> patterns() {
        Map<String, String> patterns = new HashMap<>();
        for (Constraint constraint : set.constraints()) {
            if (constraint instanceof Constraint.Pattern c) {
                patterns.putIfAbsent(c.column(), c.regex());
            }
        }
        return patterns;
    }

    /** The groups of columns whose values are drawn as one; no column is in two. */
    List<List<String>> together() {
        List<Set<String>> groups = new ArrayList<>();
        for (Constraint constraint : set.constraints()) {
            if (constraint instanceof Constraint.FixedCombinations || constraint instanceof Constraint.OneHot) {
                Set<String> merged = new LinkedHashSet<>(constraint.named());
                groups.removeIf(group -> {
                    boolean meets = !java.util.Collections.disjoint(group, merged);
                    if (meets) {
                        merged.addAll(group);
                    }
                    return meets;
                });
                groups.add(merged);
            }
        }
        return groups.stream().map(List::copyOf).toList();
    }

    /**
     * Refuses columns that are to be looked at together with others but are not drawn from the model.
     *
     * @throws VerisimException CONFIGURATION naming the column and the constraint
     */
    void refuseMade(TableSchema decided) {
        for (List<String> group : together()) {
            for (String name : group) {
                ColumnSchema column = decided.column(name).orElseThrow();
                boolean drawn = column.strategy() == Strategy.KEEP
                        || (column.strategy() == Strategy.MODEL
                                && !column.sensitivityType().identifying());
                if (!drawn) {
                    throw notDrawn("fixed combinations of '" + String.join("', '", group) + "'", column);
                }
            }
        }
    }

    static VerisimException notDrawn(String constraint, ColumnSchema column) {
        return VerisimException.configuration(
                "CONSTRAINT_UNSUPPORTED",
                "The constraint " + constraint + " cannot be kept: the values of column '" + column.name()
                        + "' are made by strategy '" + column.strategy() + "', not drawn together with other columns.",
                "Leave out the constraint, or give the column the strategy 'model' or 'keep'.");
    }
}
