package io.verisim.synthesizer.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of numbers as intervals that are in order and apart. Immutable.
 *
 * @param intervals none where the set is empty
 */
public record NumberSet(List<Interval> intervals) {

    public static final NumberSet EMPTY = new NumberSet(List.of());
    public static final NumberSet ALL =
            new NumberSet(List.of(new Interval(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false)));

    public NumberSet {
        intervals = List.copyOf(intervals);
    }

    /**
     * Numbers between two ends.
     *
     * @param lowOpen whether the lower end is left out
     */
    public record Interval(double low, boolean lowOpen, double high, boolean highOpen) {

        boolean isEmpty() {
            return !(low < high || (low == high && !lowOpen && !highOpen));
        }

        boolean contains(double value) {
            return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
        }

        Interval intersect(Interval other) {
            boolean mineLow = low > other.low || (low == other.low && lowOpen);
            boolean mineHigh = high < other.high || (high == other.high && highOpen);
            return new Interval(
                    mineLow ? low : other.low,
                    mineLow ? lowOpen : other.lowOpen,
                    mineHigh ? high : other.high,
                    mineHigh ? highOpen : other.highOpen);
        }

        /** Whether nothing lies between this and one that begins later. */
        boolean touches(Interval later) {
            return later.low < high || (later.low == high && !(later.lowOpen && highOpen));
        }
    }

    public static NumberSet of(double low, boolean lowOpen, double high, boolean highOpen) {
        return union(List.of(new Interval(low, lowOpen, high, highOpen)));
    }

    public static NumberSet point(double value) {
        return of(value, false, value, false);
    }

    /** What a comparison with a number leaves. */
    public static NumberSet where(Operator operator, double value) {
        return switch (operator) {
            case EQUAL -> point(value);
            case NOT_EQUAL -> point(value).complement();
            case LESS -> of(Double.NEGATIVE_INFINITY, false, value, true);
            case AT_MOST -> of(Double.NEGATIVE_INFINITY, false, value, false);
            case GREATER -> of(value, true, Double.POSITIVE_INFINITY, false);
            case AT_LEAST -> of(value, false, Double.POSITIVE_INFINITY, false);
        };
    }

    static NumberSet union(List<Interval> parts) {
        List<Interval> sorted = new ArrayList<>(parts);
        sorted.removeIf(Interval::isEmpty);
        sorted.sort(Comparator.comparingDouble(Interval::low).thenComparing(Interval::lowOpen));
        List<Interval> merged = new ArrayList<>();
        for (Interval part : sorted) {
            if (!merged.isEmpty() && merged.getLast().touches(part)) {
                Interval last = merged.removeLast();
                boolean further = part.high() > last.high() || (part.high() == last.high() && !part.highOpen());
                merged.add(new Interval(
                        last.low(),
                        last.lowOpen(),
                        further ? part.high() : last.high(),
                        further ? part.highOpen() : last.highOpen()));
            } else {
                merged.add(part);
            }
        }
        return new NumberSet(merged);
    }

    public NumberSet union(NumberSet other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return union(all);
    }

    public NumberSet intersect(NumberSet other) {
        List<Interval> parts = new ArrayList<>();
        for (Interval mine : intervals) {
            for (Interval theirs : other.intervals) {
                parts.add(mine.intersect(theirs));
            }
        }
        return union(parts);
    }

    public NumberSet complement() {
        List<Interval> parts = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        boolean open = false;
        for (Interval interval : intervals) {
            parts.add(new Interval(from, open, interval.low(), !interval.lowOpen()));
            from = interval.high();
            open = !interval.highOpen();
        }
        parts.add(new Interval(from, open, Double.POSITIVE_INFINITY, false));
        return union(parts);
    }

    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    public boolean contains(double value) {
        return intervals.stream().anyMatch(interval -> interval.contains(value));
    }

    /** Where it begins; plus infinity for the empty set. */
    public double low() {
        return isEmpty() ? Double.POSITIVE_INFINITY : intervals.getFirst().low();
    }

    /** Where it ends; minus infinity for the empty set. */
    public double high() {
        return isEmpty() ? Double.NEGATIVE_INFINITY : intervals.getLast().high();
    }
}
