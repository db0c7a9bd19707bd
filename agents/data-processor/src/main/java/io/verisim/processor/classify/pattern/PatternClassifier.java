package io.verisim.processor.classify.pattern;

import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnClassifier;
import io.verisim.processor.classify.ColumnView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Votes by the form of the values, with check digits where the form has them. */
public final class PatternClassifier implements ColumnClassifier {

    static final String NAME = "pattern";

    private final List<Rule> rules;

    public PatternClassifier() {
        rules = new ArrayList<>(ContactRules.all());
        rules.addAll(AccountRules.all());
        rules.addAll(DeviceRules.all());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vote> votes(ColumnView column) {
        if (column.isEmpty()) {
            return List.of();
        }
        List<Vote> votes = new ArrayList<>();
        rules.forEach(rule -> rule.vote(column).ifPresent(votes::add));
        nationalId(column).ifPresent(votes::add);
        Telephones.vote(column).ifPresent(votes::add);
        Dates.vote(column).ifPresent(votes::add);
        return votes;
    }

    /** The best fitting country counts, not the sum: a number may pass the check of several. */
    private static Optional<Vote> nationalId(ColumnView column) {
        return NationalIds.all().stream()
                .map(rule -> rule.vote(column))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Vote::score));
    }
}
