package io.verisim.synthesizer.inference;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pairs of columns of which one is never above the other. */
final class Inequalities {

    private static final int LEAST_ROWS = 20;
    private static final double MOST_EXCEPTIONS = 0.001;
    private static final double LIKELY = -3;

    private Inequalities() {}

    static List<Offer> offers(List<ColumnView> views) {
        List<Offer> offers = new ArrayList<>();
        for (ColumnView low : views) {
            for (ColumnView high : views) {
                boolean comparable = low != high
                        && ConstraintInference.isOrdered(low.schema().type())
                        && ConstraintInference.isOrdered(high.schema().type())
                        && low.isTime() == high.isTime();
                if (comparable) {
                    offer(low, high).ifPresent(offers::add);
                }
            }
        }
        return offers;
    }

    private static Optional<Offer> offer(ColumnView low, ColumnView high) {
        Interruption.check();
        long rows = 0;
        long exceptions = 0;
        long equal = 0;
        for (int row = 0; row < low.numbers().length; row++) {
            double a = low.numbers()[row];
            double b = high.numbers()[row];
            if (Double.isFinite(a) && Double.isFinite(b)) {
                rows++;
                exceptions += a > b ? 1 : 0;
                equal += a == b ? 1 : 0;
                if (exceptions > MOST_EXCEPTIONS * low.numbers().length) {
                    return Optional.empty();
                }
            }
        }
        if (rows < LEAST_ROWS || equal == rows || exceptions > MOST_EXCEPTIONS * rows) {
            return Optional.empty();
        }
        double chance = (rows - exceptions) * StrictMath.log10(independent(low.sorted(), high.sorted(), equal == 0));
        return chance > LIKELY
                ? Optional.empty()
                : Optional.of(Offer.of(
                        new Constraint.Inequality(low.name(), high.name(), equal == 0 ? true : null, null),
                        rows,
                        exceptions,
                        chance));
    }

    /** Probability that a value of one column is below, or not above, one of another row of the other column. */
    private static double independent(double[] low, double[] high, boolean strict) {
        long pairs = 0;
        int at = 0;
        for (double value : high) {
            while (at < low.length && (strict ? low[at] < value : low[at] <= value)) {
                at++;
            }
            pairs += at;
        }
        return pairs / ((double) low.length * high.length);
    }
}
