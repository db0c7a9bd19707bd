package io.verisim.processor.classify;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all votes together say about a column, by Dempster's rule of combination (A. P. Dempster, Upper and lower
 * probabilities induced by a multivalued mapping, 1967, doi:10.1214/aoms/1177698950).
 *
 * <p>A vote for type t with score s is a simple support function: mass s on {t}, 1 − s on "could be anything". With
 * S(t) = 1 − Π(1 − s) over the votes for t, the combined masses are, before they are normed to one,
 *
 * <pre>
 *   m(t)        = S(t) · Π over other types u of (1 − S(u))
 *   m(anything) = Π over all types u of (1 − S(u))
 *   confidence  = Σ m(t) · P(sensitive | t) + m(anything) · P(sensitive | unknown)
 * </pre>
 *
 * where P(sensitive | t) is that of {@link SensitivityOdds}. Scores are taken at most as {@value #MOST}, so that votes
 * which contradict each other with full force still leave a result.
 */
final class Belief {

    private static final double MOST = 0.995;

    private final Map<SensitivityType, Double> masses = new EnumMap<>(SensitivityType.class);
    private final double anything;

    private Belief(Map<SensitivityType, Double> doubts) {
        double open = doubts.values().stream().reduce(1.0, (a, b) -> a * b);
        double total = open;
        for (Map.Entry<SensitivityType, Double> doubt : doubts.entrySet()) {
            double mass = (1 - doubt.getValue()) * open / doubt.getValue();
            masses.put(doubt.getKey(), mass);
            total += mass;
        }
        double norm = total;
        masses.replaceAll((type, mass) -> mass / norm);
        this.anything = open / norm;
    }

    static Belief of(List<Vote> votes) {
        Map<SensitivityType, Double> doubts = new EnumMap<>(SensitivityType.class);
        for (Vote vote : votes) {
            doubts.merge(vote.type(), 1 - Math.min(MOST, vote.score()), (a, b) -> a * b);
        }
        return new Belief(doubts);
    }

    /** Probability that the column is of this type. */
    double of(SensitivityType type) {
        return masses.getOrDefault(type, 0.0);
    }

    /** The most probable type; NONE where knowing nothing is more probable than any type. */
    SensitivityType best() {
        SensitivityType best = SensitivityType.NONE;
        double most = Math.max(anything, of(best));
        for (Map.Entry<SensitivityType, Double> mass : masses.entrySet()) {
            if (mass.getValue() > most) {
                best = mass.getKey();
                most = mass.getValue();
            }
        }
        return best;
    }

    /** Probability that the column is sensitive. */
    double confidence() {
        double sum = anything * SensitivityOdds.UNKNOWN;
        for (Map.Entry<SensitivityType, Double> mass : masses.entrySet()) {
            sum += mass.getValue() * SensitivityOdds.of(mass.getKey());
        }
        return Math.clamp(sum, 0, 1);
    }
}
