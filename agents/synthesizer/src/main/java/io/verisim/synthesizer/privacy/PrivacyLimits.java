package io.verisim.synthesizer.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much risk a twin may carry before it is held back. A measure exceeds its limit where the lower end of its risk does,
 * so that a small table is not stopped by chance.
 *
 * @param limits the greatest risk that passes, from 0 to 1, by measure; a measure without a limit never stops a twin
 */
public record PrivacyLimits(Map<Measure, Double> limits) {

    public PrivacyLimits {
        limits.forEach((measure, limit) -> {
            if (!(limit >= 0 && limit <= 1)) {
                throw new IllegalArgumentException("A limit lies between 0 and 1, not at " + limit);
            }
        });
        EnumMap<Measure, Double> copy = new EnumMap<>(Measure.class);
        copy.putAll(limits);
        limits = Collections.unmodifiableMap(copy);
    }

    /**
     * What is safe without knowing the data. Any exact copies and unique records have no limit: where few columns have few
     * values, honest twins show them, too.
     */
    public static PrivacyLimits defaults() {
        return new PrivacyLimits(Map.of(
                Measure.RARE_COPIES, 0.02,
                Measure.NEAR_COPIES, 0.05,
                Measure.COPIED_ROWS, 0.25,
                Measure.MEMBERSHIP_BY_DISTANCE, 0.1,
                Measure.MEMBERSHIP_BY_DENSITY, 0.1,
                Measure.ATTRIBUTE_DISCLOSURE, 0.1,
                Measure.ATTRIBUTE_BY_CLASSIFIER, 0.1));
    }

    public PrivacyLimits with(Measure measure, double limit) {
        EnumMap<Measure, Double> copy = new EnumMap<>(Measure.class);
        copy.putAll(limits);
        copy.put(measure, limit);
        return new PrivacyLimits(copy);
    }

    /** Whether findings keep the limits. */
    PrivacyGate gate(List<Finding> findings) {
        Map<String, Double> named = new LinkedHashMap<>();
        List<String> exceeded = new ArrayList<>();
        limits.forEach((measure, limit) -> {
            named.put(measure.key(), limit);
            if (findings.stream()
                    .anyMatch(f -> f.name().equals(measure.key()) && f.risk().low() > limit)) {
                exceeded.add(measure.key());
            }
        });
        return new PrivacyGate(exceeded.isEmpty(), exceeded, named);
    }
}
