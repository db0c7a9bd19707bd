package io.verisim.processor.classify.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A form that values have.
 *
 * @param type what values of the form are
 * @param what the form in words: "e-mail addresses"
 * @param strength how sure a column full of such values is of the type
 * @param chance share of unrelated values of similar looks that pass by luck, as one in ten does with one check digit
 * @param test whether a value has the form
 */
record Rule(SensitivityType type, String what, double strength, double chance, Predicate<String> test) {

    private static final double RARE = 0.1;
    private static final double ENOUGH = 0.55;

    /** A form that nothing else has. */
    static Rule distinctive(SensitivityType type, String what, double strength, Predicate<String> test) {
        return new Rule(type, what, strength, 0.001, test);
    }

    /**
     * The vote: nothing where no more values pass than would by luck, rising to {@code strength} as more than half do;
     * less where the values are so few that luck explains them.
     */
    Optional<Vote> vote(ColumnView column) {
        double share = column.share(test);
        double floor = Math.max(RARE, 2.5 * chance);
        if (share <= floor) {
            return Optional.empty();
        }
        double fullness = Math.min(1, (share - floor) / (Math.max(ENOUGH, floor + 0.2) - floor));
        double passed = share * column.sample().size();
        double luck = Math.pow(chance, passed) * Math.max(1, column.sample().size() - passed + 1);
        double score = strength * fullness * (1 - Math.min(1, luck));
        if (score < 0.02) {
            return Optional.empty();
        }
        String explanation = Math.round(100 * share) + " % of the distinct values are " + what;
        return Optional.of(new Vote(PatternClassifier.NAME, type, score, explanation));
    }
}
