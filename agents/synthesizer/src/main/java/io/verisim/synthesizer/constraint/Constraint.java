package io.verisim.synthesizer.constraint;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in every record. A missing value breaks no constraint but {@link Required}. Values are texts or numbers
 * as in JSON; dates and times are texts in their column's format or in ISO 8601.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Constraint.Range.class, name = "range"),
    @JsonSubTypes.Type(value = Constraint.Pattern.class, name = "pattern"),
    @JsonSubTypes.Type(value = Constraint.Enumeration.class, name = "enumeration"),
    @JsonSubTypes.Type(value = Constraint.Required.class, name = "required"),
    @JsonSubTypes.Type(value = Constraint.Unique.class, name = "unique"),
    @JsonSubTypes.Type(value = Constraint.Inequality.class, name = "inequality"),
    @JsonSubTypes.Type(value = Constraint.FixedCombinations.class, name = "fixed_combinations"),
    @JsonSubTypes.Type(value = Constraint.OneHot.class, name = "one_hot"),
    @JsonSubTypes.Type(value = Constraint.Implies.class, name = "implies"),
})
public sealed interface Constraint {

    /** A sentence's part that names it, such as {@code range of 'age' (from 0 to 120)}. */
    String describe();

    /** The columns it names; none for conditions, which name them in their text. */
    List<String> named();

    /** A number, date or time between two ends, of which one may be missing. */
    record Range(
            String column,
            @Nullable Object min,
            @Nullable Object max,
            @Nullable Boolean minExclusive,
            @Nullable Boolean maxExclusive)
            implements Constraint {

        public boolean minIsOpen() {
            return Boolean.TRUE.equals(minExclusive);
        }

        public boolean maxIsOpen() {
            return Boolean.TRUE.equals(maxExclusive);
        }

        @Override
        public String describe() {
            String from = min == null ? "" : (minIsOpen() ? " above " : " from ") + min;
            String to = max == null ? "" : (maxIsOpen() ? " to below " : " to ") + max;
            return "range of '" + column + "' (" + (from + to).strip() + ")";
        }

        @Override
        public List<String> named() {
            return List.of(column);
        }
    }

    /** The whole value matches a regular expression. */
    record Pattern(String column, String regex) implements Constraint {
        @Override
        public String describe() {
            return "pattern of '" + column + "' (" + regex + ")";
        }

        @Override
        public List<String> named() {
            return List.of(column);
        }
    }

    /** The value is one of these. */
    record Enumeration(String column, List<Object> values) implements Constraint {
        private static final int SHOWN = 5;

        public Enumeration {
            values = List.copyOf(values);
        }

        @Override
        public String describe() {
            String shown = String.join(
                    ", ", values.stream().limit(SHOWN).map(String::valueOf).toList());
            return "enumeration of '" + column + "' (" + shown + (values.size() > SHOWN ? ", …" : "") + ")";
        }

        @Override
        public List<String> named() {
            return List.of(column);
        }
    }

    /** The value is there. */
    record Required(String column) implements Constraint {
        @Override
        public String describe() {
            return "required '" + column + "'";
        }

        @Override
        public List<String> named() {
            return List.of(column);
        }
    }

    /** No two records have the same values in these columns; records with a missing one do not count. */
    record Unique(List<String> columns) implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "unique '" + String.join("', '", columns) + "'";
        }

        @Override
        public List<String> named() {
            return columns;
        }
    }

    /**
     * One value is below another, be they numbers or moments.
     *
     * @param strict whether they must differ
     * @param offset the least distance: a number, or an ISO 8601 duration such as {@code P1D} or {@code PT15M}
     */
    record Inequality(
            String low,
            String high,
            @Nullable Boolean strict,
            @Nullable Object offset) implements Constraint {

        public boolean strictly() {
            return Boolean.TRUE.equals(strict);
        }

        @Override
        public String describe() {
            String distance = offset == null ? "" : " by " + offset + " or more";
            return "inequality '" + low + "' " + (strictly() ? "<" : "<=") + " '" + high + "'" + distance;
        }

        @Override
        public List<String> named() {
            return List.of(low, high);
        }
    }

    /**
     * The values of these columns occur together.
     *
     * @param tuples the combinations there are, each with a value for every column; null for those of the source
     */
    record FixedCombinations(List<String> columns, @Nullable List<List<Object>> tuples) implements Constraint {
        public FixedCombinations {
            columns = List.copyOf(columns);
            tuples = tuples == null ? null : tuples.stream().map(List::copyOf).toList();
        }

        @Override
        public String describe() {
            return "fixed combinations of '" + String.join("', '", columns) + "'";
        }

        @Override
        public List<String> named() {
            return columns;
        }
    }

    /** Exactly one of these columns is 1 (or true), all others are 0 (or false). */
    record OneHot(List<String> columns) implements Constraint {
        public OneHot {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "one of '" + String.join("', '", columns) + "'";
        }

        @Override
        public List<String> named() {
            return columns;
        }
    }

    /**
     * A condition in words; without {@code when} it holds always.
     *
     * @param when condition under which {@code then} must hold
     */
    record Implies(@Nullable String when, String then) implements Constraint {
        @Override
        public String describe() {
            return "condition (" + (when == null ? "" : "if " + when + " then ") + then + ")";
        }

        @Override
        public List<String> named() {
            return List.of();
        }
    }

    /** A value of JSON as text, numbers without an exponent where they are whole. */
    static String text(Object value) {
        Objects.requireNonNull(value);
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : String.valueOf(value);
    }
}
