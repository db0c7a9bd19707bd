package io.verisim.synthesizer.constraint;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.condition.Condition;
import io.verisim.synthesizer.condition.ConditionParser;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.condition.Literal;
import io.verisim.synthesizer.condition.Operator;
import io.verisim.synthesizer.regular.RegularExpression;
import io.verisim.tabular.ValueFormat;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constraints made into conditions on the rows of a table. */
public final class Rules {

    private static final double MICROS_A_DAY = 86_400e6;

    private final Layout layout;

    public Rules(Layout layout) {
        this.layout = layout;
    }

    /**
     * The rule of a constraint; empty for one that looks at several rows, or at the source.
     *
     * @throws VerisimException CONFIGURATION where it names an unknown column, or a value that its column cannot have
     */
    public Optional<Rule> of(Constraint constraint) {
        return Optional.ofNullable(condition(constraint)).map(condition -> new Rule(constraint, condition, false));
    }

    /** The rules of all constraints that have one. */
    public List<Rule> of(List<Constraint> constraints) {
        return constraints.stream().flatMap(c -> of(c).stream()).toList();
    }

    private @Nullable Condition condition(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Range c -> range(c);
            case Constraint.Pattern c -> new Condition.Matches(column(c, c.column()), RegularExpression.of(c.regex()));
            case Constraint.Enumeration c -> enumeration(c);
            case Constraint.Required c -> new Condition.Not(new Condition.IsNull(column(c, c.column())));
            case Constraint.Unique c -> {
                c.columns().forEach(name -> column(c, name));
                yield null;
            }
            case Constraint.Inequality c -> inequality(c);
            case Constraint.FixedCombinations c -> combinations(c);
            case Constraint.OneHot c -> oneHot(c);
            case Constraint.Implies c -> implies(c);
        };
    }

    private Condition range(Constraint.Range range) {
        int column = ordered(range, range.column());
        List<Condition> ends = new ArrayList<>();
        if (range.min() != null) {
            Operator operator = range.minIsOpen() ? Operator.GREATER : Operator.AT_LEAST;
            ends.add(new Condition.Compare(column, operator, literal(range, column, range.min())));
        }
        if (range.max() != null) {
            Operator operator = range.maxIsOpen() ? Operator.LESS : Operator.AT_MOST;
            ends.add(new Condition.Compare(column, operator, literal(range, column, range.max())));
        }
        return new Condition.And(ends);
    }

    private Condition enumeration(Constraint.Enumeration enumeration) {
        int column = column(enumeration, enumeration.column());
        List<Condition> options = new ArrayList<>();
        for (Object value : enumeration.values()) {
            options.add(new Condition.Compare(column, Operator.EQUAL, literal(enumeration, column, value)));
        }
        return new Condition.Or(options);
    }

    private Condition inequality(Constraint.Inequality inequality) {
        int low = ordered(inequality, inequality.low());
        int high = ordered(inequality, inequality.high());
        if (layout.isTime(low) != layout.isTime(high)) {
            throw wrong(inequality, "compares a time with a number");
        }
        Operator operator = inequality.strictly() ? Operator.GREATER : Operator.AT_LEAST;
        return new Condition.CompareColumns(high, operator, low, offset(inequality, low), true);
    }

    private double offset(Constraint.Inequality inequality, int column) {
        Object offset = inequality.offset();
        if (offset == null) {
            return 0;
        }
        if (offset instanceof Number number) {
            return layout.column(column).type() == ColumnType.DATE
                    ? number.doubleValue() * MICROS_A_DAY
                    : layout.isTime(column) ? number.doubleValue() * 1e6 : number.doubleValue();
        }
        String text = String.valueOf(offset);
        try {
            if (!layout.isTime(column)) {
                throw wrong(inequality, "has an offset that is no number");
            }
            boolean days = text.startsWith("P") && !text.contains("T");
            return days
                    ? days(inequality, Period.parse(text))
                    : Duration.parse(text).toNanos() / 1e3;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw wrong(inequality, "has an offset that is no number and no duration such as P1D");
        }
    }

    private static double days(Constraint constraint, Period period) {
        if (period.toTotalMonths() != 0) {
            throw wrong(constraint, "has an offset in months or years, which are of no fixed length");
        }
        return period.getDays() * MICROS_A_DAY;
    }

    private @Nullable Condition combinations(Constraint.FixedCombinations fixed) {
        List<Integer> columns =
                fixed.columns().stream().map(name -> column(fixed, name)).toList();
        if (new HashSet<>(columns).size() < columns.size()) {
            throw wrong(fixed, "names a column twice");
        }
        if (fixed.tuples() == null) {
            return null;
        }
        Set<List<String>> tuples = new LinkedHashSet<>();
        for (List<Object> tuple : fixed.tuples()) {
            if (tuple.size() != columns.size()) {
                throw wrong(fixed, "has a tuple of " + tuple.size() + " values for " + columns.size() + " columns");
            }
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < tuple.size(); i++) {
                texts.add(written(columns.get(i), literal(fixed, columns.get(i), tuple.get(i))));
            }
            tuples.add(texts);
        }
        return new Condition.OneOf(columns, tuples);
    }

    private String written(int column, Literal literal) {
        return written(layout.column(column), literal);
    }

    /** A value as its column writes it. */
    public static String written(ColumnSchema column, Literal literal) {
        return switch (column.type()) {
            case INTEGER, DECIMAL -> String.valueOf(ValueFormat.of(column).number(literal.number()));
            case DATE, TIME, DATETIME -> String.valueOf(ValueFormat.of(column).time((long) literal.number()));
            case TEXT, BOOLEAN -> literal.text();
        };
    }

    private Condition oneHot(Constraint.OneHot oneHot) {
        List<Condition> options = new ArrayList<>();
        for (String chosen : oneHot.columns()) {
            List<Condition> all = new ArrayList<>();
            for (String name : oneHot.columns()) {
                int column = column(oneHot, name);
                String value = layout.isNumber(column)
                        ? name.equals(chosen) ? "1" : "0"
                        : name.equals(chosen) ? "true" : "false";
                all.add(new Condition.Compare(column, Operator.EQUAL, literal(oneHot, column, value)));
            }
            options.add(new Condition.And(all));
        }
        return new Condition.Or(options);
    }

    private Condition implies(Constraint.Implies implies) {
        Condition then = ConditionParser.parse(implies.then(), layout);
        return implies.when() == null
                ? then
                : new Condition.Or(List.of(new Condition.Not(ConditionParser.parse(implies.when(), layout)), then));
    }

    private int ordered(Constraint constraint, String name) {
        int column = column(constraint, name);
        if (!layout.isOrdered(column)) {
            throw wrong(
                    constraint,
                    "needs a column of numbers, dates or times, and '" + name + "' is of type "
                            + layout.column(column).type());
        }
        return column;
    }

    private int column(Constraint constraint, String name) {
        return layout.find(name)
                .orElseThrow(() -> wrong(constraint, "names the column '" + name + "', which is not there"));
    }

    private Literal literal(Constraint constraint, int column, Object value) {
        return layout.literal(column, Constraint.text(value))
                .orElseThrow(() -> wrong(
                        constraint,
                        "has the value '" + value + "', which column '"
                                + layout.column(column).name() + "' of type "
                                + layout.column(column).type() + " cannot have"));
    }

    static VerisimException wrong(Constraint constraint, String why) {
        return VerisimException.configuration(
                "CONSTRAINT_INVALID",
                "The constraint " + constraint.describe() + " " + why + ".",
                "Correct the constraint or the type of its column.");
    }
}
