package io.verisim.synthesizer.condition;

import io.verisim.synthesizer.regular.RegularExpression;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A condition on a row, its columns numbered as in a {@link Layout}. */
public sealed interface Condition {

    Truth test(Cells row);

    /** The columns it looks at. */
    Set<Integer> columns();

    /** A value against a constant: as numbers or moments where the constant is one, else as text. */
    record Compare(int column, Operator operator, Literal value) implements Condition {
        @Override
        public Truth test(Cells row) {
            if (row.isMissing(column)) {
                return Truth.UNKNOWN;
            }
            if (Double.isNaN(value.number())) {
                return Truth.of(
                        operator.holds(Objects.requireNonNull(row.text(column)).compareTo(value.text())));
            }
            double number = row.number(column);
            return Double.isNaN(number) ? Truth.UNKNOWN : Truth.of(operator.holds(order(number, value.number())));
        }

        @Override
        public Set<Integer> columns() {
            return Set.of(column);
        }
    }

    /**
     * A value against that of another column.
     *
     * @param offset added to the other's value; 0 for text
     * @param ordered whether both are numbers or moments
     */
    record CompareColumns(int column, Operator operator, int other, double offset, boolean ordered)
            implements Condition {
        @Override
        public Truth test(Cells row) {
            if (row.isMissing(column) || row.isMissing(other)) {
                return Truth.UNKNOWN;
            }
            if (!ordered) {
                String mine = Objects.requireNonNull(row.text(column));
                return Truth.of(operator.holds(mine.compareTo(Objects.requireNonNull(row.text(other)))));
            }
            double mine = row.number(column);
            double theirs = row.number(other) + offset;
            return Double.isNaN(mine) || Double.isNaN(theirs)
                    ? Truth.UNKNOWN
                    : Truth.of(operator.holds(order(mine, theirs)));
        }

        @Override
        public Set<Integer> columns() {
            return Set.of(column, other);
        }
    }

    /** Plus and minus zero are one. */
    private static int order(double one, double other) {
        return one < other ? -1 : one > other ? 1 : 0;
    }

    record IsNull(int column) implements Condition {
        @Override
        public Truth test(Cells row) {
            return Truth.of(row.isMissing(column));
        }

        @Override
        public Set<Integer> columns() {
            return Set.of(column);
        }
    }

    record Matches(int column, RegularExpression pattern) implements Condition {
        @Override
        public Truth test(Cells row) {
            String text = row.text(column);
            return text == null ? Truth.UNKNOWN : Truth.of(pattern.matches(text));
        }

        @Override
        public Set<Integer> columns() {
            return Set.of(column);
        }
    }

    /** The values of these columns are together one of some tuples, whose values are the columns' texts. */
    record OneOf(List<Integer> together, Set<List<String>> tuples) implements Condition {
        @Override
        public Truth test(Cells row) {
            if (together.stream().anyMatch(row::isMissing)) {
                return Truth.UNKNOWN;
            }
            return Truth.of(tuples.contains(together.stream()
                    .map(column -> Objects.requireNonNull(row.text(column)))
                    .toList()));
        }

        @Override
        public Set<Integer> columns() {
            return Set.copyOf(together);
        }
    }

    record And(List<Condition> parts) implements Condition {
        @Override
        public Truth test(Cells row) {
            Truth least = Truth.TRUE;
            for (Condition part : parts) {
                Truth truth = part.test(row);
                if (truth == Truth.FALSE) {
                    return truth;
                }
                least = truth.ordinal() < least.ordinal() ? truth : least;
            }
            return least;
        }

        @Override
        public Set<Integer> columns() {
            return all(parts);
        }
    }

    record Or(List<Condition> parts) implements Condition {
        @Override
        public Truth test(Cells row) {
            Truth most = Truth.FALSE;
            for (Condition part : parts) {
                Truth truth = part.test(row);
                if (truth == Truth.TRUE) {
                    return truth;
                }
                most = truth.ordinal() > most.ordinal() ? truth : most;
            }
            return most;
        }

        @Override
        public Set<Integer> columns() {
            return all(parts);
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public Truth test(Cells row) {
            return part.test(row).negated();
        }

        @Override
        public Set<Integer> columns() {
            return part.columns();
        }
    }

    private static Set<Integer> all(List<Condition> parts) {
        Set<Integer> columns = new TreeSet<>();
        parts.forEach(part -> columns.addAll(part.columns()));
        return columns;
    }

    /** The conditions that must all hold for this one to. */
    default List<Condition> conjuncts() {
        return this instanceof And and
                ? and.parts().stream()
                        .flatMap(part -> part.conjuncts().stream())
                        .toList()
                : List.of(this);
    }

    /**
     * The numbers of a column of numbers or moments for which this holds, where it looks at no other column.
     *
     * @return all numbers where the condition has a part that cannot be told by intervals
     */
    default NumberSet numbers() {
        return switch (this) {
            case Compare c ->
                Double.isNaN(c.value().number())
                        ? NumberSet.ALL
                        : NumberSet.where(c.operator(), c.value().number());
            case IsNull c -> NumberSet.EMPTY;
            case And c -> c.parts().stream().map(Condition::numbers).reduce(NumberSet.ALL, NumberSet::intersect);
            case Or c -> c.parts().stream().map(Condition::numbers).reduce(NumberSet.EMPTY, NumberSet::union);
            case Not c -> c.part().isInterval() ? c.part().numbers().complement() : NumberSet.ALL;
            case CompareColumns c -> NumberSet.ALL;
            case Matches c -> NumberSet.ALL;
            case OneOf c -> NumberSet.ALL;
        };
    }

    private boolean isInterval() {
        return switch (this) {
            case Compare c -> !Double.isNaN(c.value().number());
            case IsNull c -> true;
            case And c -> c.parts().stream().allMatch(Condition::isInterval);
            case Or c -> c.parts().stream().allMatch(Condition::isInterval);
            case Not c -> c.part().isInterval();
            case CompareColumns c -> false;
            case Matches c -> false;
            case OneOf c -> false;
        };
    }
}
