package io.verisim.synthesizer.constraint;

import io.verisim.synthesizer.condition.NumberSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Inequalities between columns of the form x ≤ y + c or x < y + c, with their ends as inequalities against zero: what
 * they imply is the shortest path, and a cycle of negative length, or of length 0 with a strict step, is a contradiction
 * (R. Bellman, doi:10.1090/qam/102435).
 */
final class Differences {

    private record Step(int from, int to, double length, boolean strict) {}

    private final int columns;
    private final List<Step> steps = new ArrayList<>();

    Differences(int columns) {
        this.columns = columns;
    }

    /** Adds x ≤ y + c, or x < y + c. */
    void add(int x, int y, double c, boolean strict) {
        steps.add(new Step(y, x, c, strict));
    }

    /** Narrows domains to what the inequalities leave; false where they contradict each other. */
    boolean narrow(Domain[] domains, boolean[] changed) {
        List<Step> all = new ArrayList<>(steps);
        for (int column = 0; column < columns; column++) {
            NumberSet numbers = domains[column].numbers();
            if (!numbers.isEmpty() && Double.isFinite(numbers.high())) {
                all.add(new Step(
                        columns,
                        column,
                        numbers.high(),
                        numbers.intervals().getLast().highOpen()));
            }
            if (!numbers.isEmpty() && Double.isFinite(numbers.low())) {
                all.add(new Step(
                        column,
                        columns,
                        -numbers.low(),
                        numbers.intervals().getFirst().lowOpen()));
            }
        }
        if (!relax(all, new double[columns + 1], new int[columns + 1])) {
            return false;
        }
        return bound(domains, changed, all, true) && bound(domains, changed, all, false);
    }

    /** Upper ends are distances from zero, lower ends distances to it. */
    private boolean bound(Domain[] domains, boolean[] changed, List<Step> all, boolean upper) {
        double[] distance = new double[columns + 1];
        int[] strict = new int[columns + 1];
        java.util.Arrays.fill(distance, Double.POSITIVE_INFINITY);
        distance[columns] = 0;
        List<Step> directed = upper
                ? all
                : all.stream()
                        .map(s -> new Step(s.to(), s.from(), s.length(), s.strict()))
                        .toList();
        if (!relax(directed, distance, strict)) {
            return false;
        }
        for (int column = 0; column < columns; column++) {
            if (Double.isFinite(distance[column])) {
                NumberSet set = upper
                        ? NumberSet.of(Double.NEGATIVE_INFINITY, false, distance[column], strict[column] > 0)
                        : NumberSet.of(-distance[column], strict[column] > 0, Double.POSITIVE_INFINITY, false);
                changed[0] |= domains[column].narrow(set);
            }
        }
        return true;
    }

    private static boolean relax(List<Step> steps, double[] distance, int[] strict) {
        for (int round = 0; round <= distance.length; round++) {
            boolean shorter = false;
            for (Step step : steps) {
                double length = distance[step.from()] + step.length();
                int open = strict[step.from()] + (step.strict() ? 1 : 0);
                boolean better = length < distance[step.to()] - 1e-12 * Math.abs(length)
                        || (length <= distance[step.to()] && open > strict[step.to()]);
                if (Double.isFinite(length) && better) {
                    distance[step.to()] = Math.min(length, distance[step.to()]);
                    strict[step.to()] = open;
                    shorter = true;
                }
            }
            if (!shorter) {
                return true;
            }
        }
        return false;
    }
}
