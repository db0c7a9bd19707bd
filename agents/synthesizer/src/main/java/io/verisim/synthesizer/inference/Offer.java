package io.verisim.synthesizer.inference;

import io.verisim.synthesizer.constraint.Constraint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that the rows of a table keep, or all but a few.
 *
 * @param constraint what they keep
 * @param rows rows that it can be seen in
 * @param exceptions of these, such as break it
 * @param violationBound 95 % upper limit of the share of rows that break it (Clopper and Pearson; without exceptions
 *     about 3/rows, the rule of three)
 * @param chanceLog10 decimal logarithm of the probability that rows in which the columns' values are independent of each
 *     other, or drawn from the values seen, would keep it too; null where that says nothing
 * @param evidence all of it as a sentence
 */
public record Offer(
        Constraint constraint,
        long rows,
        long exceptions,
        double violationBound,
        @Nullable Double chanceLog10,
        String evidence) {

    private static final double STRONG = -6;
    private static final double WEAK = -2;

    static Offer of(Constraint constraint, long rows, long exceptions, @Nullable Double chanceLog10) {
        double bound = Bounds.upper(rows, exceptions);
        String chance = chanceLog10 == null
                ? ""
                : chanceLog10 < -300
                        ? "; by chance: as good as never"
                        : String.format(Locale.ROOT, "; by chance: %.1g", StrictMath.pow(10, chanceLog10));
        String evidence = String.format(
                Locale.ROOT,
                "%,d rows, %,d exceptions; at most %.2g of rows break it (95 %%)%s",
                rows,
                exceptions,
                bound,
                chance);
        return new Offer(constraint, rows, exceptions, bound, chanceLog10, evidence);
    }

    /** How much the evidence is worth: {@code strong}, {@code moderate} or {@code weak}. */
    public String strength() {
        if (exceptions > 0 || (chanceLog10 != null && chanceLog10 > WEAK)) {
            return "weak";
        }
        return chanceLog10 != null && chanceLog10 < STRONG && violationBound < 0.01 ? "strong" : "moderate";
    }
}
