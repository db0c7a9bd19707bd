package io.verisim.processor.classify;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says in one or two sentences why a column was judged so; made of the votes' explanations, without any value. */
final class Reasoning {

    private static final int MOST_REASONS = 3;
    private static final double WORTH_TELLING = 0.2;

    private Reasoning() {}

    static String of(List<Vote> votes, SensitivityType type, boolean sensitive) {
        String verdict = verdict(type, sensitive);
        String reasons = reasons(votes, vote -> vote.type() == type);
        if (!reasons.isEmpty()) {
            return verdict + ": " + reasons + "." + contrary(votes, type);
        }
        String signs = reasons(votes, vote -> vote.type() != type);
        return verdict + "." + (signs.isEmpty() ? "" : " Signs that do not suffice: " + signs + ".");
    }

    private static String reasons(List<Vote> votes, Predicate<Vote> wanted) {
        return votes.stream()
                .filter(vote -> wanted.test(vote) && vote.score() >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(Vote::score).reversed())
                .limit(MOST_REASONS)
                .map(Vote::explanation)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String verdict(SensitivityType type, boolean sensitive) {
        if (type == SensitivityType.NONE) {
            return sensitive ? "Sensitive" : "Nothing personal found";
        }
        String words = type.toString().replace('_', ' ');
        return (sensitive ? "Sensitive, " : "Not sensitive by itself, ") + words.toLowerCase(Locale.ROOT);
    }

    private static String contrary(List<Vote> votes, SensitivityType type) {
        Optional<Vote> strongest = votes.stream()
                .filter(vote -> vote.type() != type && vote.score() >= 0.5)
                .max(Comparator.comparingDouble(Vote::score));
        return strongest.map(vote -> " Against it: " + vote.explanation() + ".").orElse("");
    }
}
