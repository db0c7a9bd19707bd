package io.verisim.synthesizer.inference;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs of columns whose values occur together in some combinations only, or in each only once. */
final class Combinations {

    private static final int LEAST_ROWS = 50;
    private static final int MOST_VALUES = 2_000;
    private static final double MOST_UNSEEN = 0.01;
    private static final double MOST_OF_ALL = 0.5;
    private static final double UNLIKELY = -6;
    private static final int MOST_PAIRED = 25;

    private Combinations() {}

    static List<Offer> offers(List<ColumnView> views) {
        List<Offer> offers = new ArrayList<>();
        List<ColumnView> categories =
                views.stream().filter(Combinations::isCategory).toList();
        for (int i = 0; i < categories.size(); i++) {
            for (int j = i + 1; j < categories.size(); j++) {
                fixed(categories.get(i), categories.get(j)).ifPresent(offers::add);
            }
        }
        return offers;
    }

    private static boolean isCategory(ColumnView view) {
        int distinct = view.column().dictionary().size();
        return !ConstraintInference.isOrdered(view.schema().type())
                && distinct > 1
                && distinct <= MOST_VALUES
                && distinct * 5L <= view.present();
    }

    private static Map<Long, Integer> counts(TextColumn one, TextColumn other) {
        Interruption.check();
        Map<Long, Integer> counts = new HashMap<>();
        for (int row = 0; row < one.rows(); row++) {
            if (!one.isMissing(row) && !other.isMissing(row)) {
                counts.merge((long) one.codes()[row] << 32 | other.codes()[row], 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * A pair of which few combinations occur, hardly one only once (which I. J. Good, doi:10.1093/biomet/40.3-4.237, makes
     * the share of those not yet seen). By chance the others would all stay empty with the probability exp(−Σ expected
     * rows), summed over the combinations that do not occur.
     */
    private static Optional<Offer> fixed(ColumnView one, ColumnView other) {
        Map<Long, Integer> counts = counts(one.column(), other.column());
        long rows = counts.values().stream().mapToLong(Integer::longValue).sum();
        double cells = (double) one.column().dictionary().size()
                * other.column().dictionary().size();
        long once = counts.values().stream().filter(count -> count == 1).count();
        if (rows < LEAST_ROWS || counts.size() > MOST_OF_ALL * cells || once > MOST_UNSEEN * rows) {
            return Optional.empty();
        }
        int[] first = one.column().counts();
        int[] second = other.column().counts();
        double seen = 0;
        for (long pair : counts.keySet()) {
            seen += (double) first[(int) (pair >>> 32)] * second[(int) pair] / rows;
        }
        double chance = -Math.max(0, rows - seen) / StrictMath.log(10);
        return chance > UNLIKELY
                ? Optional.empty()
                : Optional.of(Offer.of(
                        new Constraint.FixedCombinations(List.of(one.name(), other.name()), null), rows, 0, chance));
    }

    /** Pairs that are unique together, where independent columns would hardly be. */
    static List<Offer> uniquePairs(List<ColumnView> views) {
        List<Offer> offers = new ArrayList<>();
        List<ColumnView> some = views.stream().limit(MOST_PAIRED).toList();
        for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < some.size(); j++) {
                unique(some.get(i), some.get(j)).ifPresent(offers::add);
            }
        }
        return offers;
    }

    private static Optional<Offer> unique(ColumnView one, ColumnView other) {
        int rows = one.column().rows();
        boolean complete = one.column().missing() == 0 && other.column().missing() == 0;
        double cells = (double) one.column().dictionary().size()
                * other.column().dictionary().size();
        if (!complete
                || rows < LEAST_ROWS
                || cells < rows
                || counts(one.column(), other.column()).size() < rows) {
            return Optional.empty();
        }
        double pairs = rows * (rows - 1.0) / 2;
        double chance = -pairs * alike(one.column()) * alike(other.column()) / StrictMath.log(10);
        return chance > UNLIKELY / 2
                ? Optional.empty()
                : Optional.of(Offer.of(new Constraint.Unique(List.of(one.name(), other.name())), rows, 0, chance));
    }

    /** Probability that two rows have the same value. */
    private static double alike(TextColumn column) {
        double sum = 0;
        for (int count : column.counts()) {
            double share = count / (double) column.rows();
            sum += share * share;
        }
        return sum;
    }
}
