package io.verisim.bench;

import java.util.Locale;

/**
 * What a figure is held to.
 *
 * @param relation how the figure must stand to the limit
 * @param limit in the figure's unit
 */
public record Bar(Relation relation, double limit) {

    /** How a figure must stand to its limit. */
    public enum Relation {
        AT_MOST("≤"),
        AT_LEAST("≥"),
        EXACTLY("=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    public static Bar atMost(double limit) {
        return new Bar(Relation.AT_MOST, limit);
    }

    public static Bar atLeast(double limit) {
        return new Bar(Relation.AT_LEAST, limit);
    }

    public static Bar exactly(double limit) {
        return new Bar(Relation.EXACTLY, limit);
    }

    /** Whether a figure keeps to it; one that is not a number never does. */
    public boolean holds(double measured) {
        return switch (relation) {
            case AT_MOST -> measured <= limit;
            case AT_LEAST -> measured >= limit;
            case EXACTLY -> Double.compare(measured, limit) == 0;
        };
    }

    @Override
    public String toString() {
        return relation.sign + " " + Figure.number(limit).toLowerCase(Locale.ROOT);
    }
}
