package io.verisim.synthesizer.constraint;

import io.verisim.synthesizer.condition.Cells;
import io.verisim.synthesizer.condition.Condition;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.condition.NumberSet;
import io.verisim.synthesizer.condition.NumberSet.Interval;
import io.verisim.synthesizer.condition.Operator;
import io.verisim.synthesizer.condition.Truth;
import io.verisim.synthesizer.regular.RegularExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that one column can still have: numbers on a grid, some texts, or all texts that match some patterns. */
final class Domain {

    private static final double MICROS_A_DAY = 86_400e6;
    private static final double LARGEST_ON_GRID = 1e15;

    private final Layout layout;
    private final int column;
    private final double step;
    private NumberSet numbers = NumberSet.ALL;
    private @Nullable Set<String> texts;
    private final List<RegularExpression> patterns = new ArrayList<>();

    Domain(Layout layout, int column) {
        this.layout = layout;
        this.column = column;
        step = step(layout, column);
    }

    /** Distance of neighbouring values; 0 where there is none. */
    private static double step(Layout layout, int column) {
        Integer scale = layout.column(column).scale();
        return switch (layout.column(column).type()) {
            case INTEGER -> 1;
            case DECIMAL -> scale == null ? 0 : StrictMath.pow(10, -scale);
            case DATE -> MICROS_A_DAY;
            case TIME, DATETIME -> 1;
            case TEXT, BOOLEAN -> 0;
        };
    }

    NumberSet numbers() {
        return numbers;
    }

    /** Whether no value is left. */
    boolean isEmpty() {
        if (layout.isOrdered(column)) {
            return numbers.isEmpty();
        }
        if (texts != null) {
            return texts.isEmpty();
        }
        for (int i = 0; i < patterns.size(); i++) {
            for (int j = i; j < patterns.size(); j++) {
                if (!patterns.get(i).meets(patterns.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many values are left; infinity where they cannot be counted. */
    double size() {
        if (texts != null) {
            return texts.size();
        }
        if (!layout.isOrdered(column)) {
            return patterns.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : patterns.stream()
                            .mapToDouble(p -> p.strings().count())
                            .min()
                            .orElseThrow();
        }
        double size = 0;
        for (Interval interval : numbers.intervals()) {
            size += interval.low() == interval.high()
                    ? 1
                    : step == 0 ? Double.POSITIVE_INFINITY : (interval.high() - interval.low()) / step + 1;
        }
        return size;
    }

    /** Narrows to a set of numbers; whether that changed anything. */
    boolean narrow(NumberSet to) {
        NumberSet before = numbers;
        List<Interval> parts = new ArrayList<>();
        for (Interval interval : numbers.intersect(to).intervals()) {
            parts.add(onGrid(interval));
        }
        numbers = new NumberSet(List.of());
        for (Interval part : parts) {
            numbers = numbers.union(NumberSet.of(part.low(), part.lowOpen(), part.high(), part.highOpen()));
        }
        return !numbers.equals(before);
    }

    private Interval onGrid(Interval interval) {
        boolean far =
                Math.abs(interval.low()) / step > LARGEST_ON_GRID && Math.abs(interval.high()) / step > LARGEST_ON_GRID;
        if (step == 0 || far) {
            return interval;
        }
        double low = interval.low();
        double high = interval.high();
        boolean lowOpen = interval.lowOpen();
        boolean highOpen = interval.highOpen();
        if (Double.isFinite(low)) {
            double unit = nearlyWhole(low / step) ? Math.rint(low / step) + (lowOpen ? 1 : 0) : Math.ceil(low / step);
            low = unit == low / step && !lowOpen ? low : unit * step;
            lowOpen = false;
        }
        if (Double.isFinite(high)) {
            double unit =
                    nearlyWhole(high / step) ? Math.rint(high / step) - (highOpen ? 1 : 0) : Math.floor(high / step);
            high = unit == high / step && !highOpen ? high : unit * step;
            highOpen = false;
        }
        // a point may fall apart by rounding
        boolean point = low > high && low - high < step / 2;
        return new Interval(low, lowOpen, point ? low : high, highOpen);
    }

    private static boolean nearlyWhole(double units) {
        return Math.abs(units - Math.rint(units)) < 1e-6;
    }

    /** Narrows to what a condition on this column alone lets through; whether that changed anything. */
    boolean narrow(Condition condition) {
        if (layout.isOrdered(column)) {
            return narrow(condition.numbers());
        }
        Set<String> listed = listed(condition);
        if (listed != null) {
            return narrow(listed);
        }
        if (condition instanceof Condition.Matches matches && !patterns.contains(matches.pattern())) {
            patterns.add(matches.pattern());
            filter(condition);
            return true;
        }
        return filter(condition);
    }

    boolean narrow(Set<String> to) {
        Set<String> before = texts;
        Set<String> rest = new LinkedHashSet<>(to);
        if (before != null) {
            rest.retainAll(before);
        }
        rest.removeIf(text -> !patterns.stream().allMatch(pattern -> pattern.matches(text)));
        texts = rest;
        return !rest.equals(before);
    }

    private boolean filter(Condition condition) {
        return texts != null && texts.removeIf(text -> condition.test(cell(text)) == Truth.FALSE);
    }

    /** The texts of a condition that is one, or a choice, of equalities. */
    private @Nullable Set<String> listed(Condition condition) {
        List<Condition> options = condition instanceof Condition.Or or ? or.parts() : List.of(condition);
        Set<String> listed = new LinkedHashSet<>();
        for (Condition option : options) {
            if (!(option instanceof Condition.Compare compare) || compare.operator() != Operator.EQUAL) {
                return null;
            }
            listed.add(compare.value().text());
        }
        return listed;
    }

    /** Whether a written value is still there. */
    boolean contains(String text) {
        if (layout.isOrdered(column)) {
            double number = layout.number(column, text);
            return !Double.isNaN(number) && numbers.contains(number);
        }
        return (texts == null || texts.contains(text)) && patterns.stream().allMatch(pattern -> pattern.matches(text));
    }

    /** Whether some value is left after a condition on this column alone; changes nothing. */
    boolean allows(Condition condition) {
        if (layout.isOrdered(column)) {
            return !numbers.intersect(condition.numbers()).isEmpty();
        }
        Set<String> listed = texts != null ? texts : listed(condition);
        return listed == null
                || listed.stream().anyMatch(text -> contains(text) && condition.test(cell(text)) != Truth.FALSE);
    }

    private Cells cell(String text) {
        return new OneCell(text, layout.number(column, text));
    }

    /** A row of which only one column is asked. */
    private record OneCell(String value, double read) implements Cells {
        @Override
        public String text(int asked) {
            return value;
        }

        @Override
        public double number(int asked) {
            return read;
        }

        @Override
        public boolean isMissing(int asked) {
            return false;
        }
    }
}
