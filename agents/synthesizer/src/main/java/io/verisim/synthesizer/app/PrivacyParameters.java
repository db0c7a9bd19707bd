package io.verisim.synthesizer.app;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.privacy.Measure;
import io.verisim.synthesizer.privacy.PrivacyLimits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code privacy} of the section {@code synthesis}: whether the gate stops a workflow, how much risk passes it,
 * and what somebody outside may know of a person.
 *
 * @param gate whether a twin beyond the limits is held back
 * @param limits how much risk passes
 * @param quasiIdentifiers columns that somebody outside may know; chosen by the data where none are named
 */
record PrivacyParameters(boolean gate, PrivacyLimits limits, List<String> quasiIdentifiers) {

    PrivacyParameters {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
    }

    /** Reads the part of a section; without one everything is at its default, and the gate stands. */
    static PrivacyParameters read(Map<String, Object> section) {
        Object given = section.get("privacy");
        if (given == null) {
            return new PrivacyParameters(true, PrivacyLimits.defaults(), List.of());
        }
        if (!(given instanceof Map<?, ?> privacy)) {
            throw wrong("privacy", "Give an object with 'gate', 'limits' and 'quasiIdentifiers'.");
        }
        return new PrivacyParameters(
                gate(privacy.get("gate")), limits(privacy.get("limits")), names(privacy.get("quasiIdentifiers")));
    }

    private static boolean gate(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return !Boolean.FALSE.equals(value);
        }
        throw wrong("privacy.gate", "Give true or false.");
    }

    private static PrivacyLimits limits(@Nullable Object value) {
        PrivacyLimits limits = PrivacyLimits.defaults();
        if (value == null) {
            return limits;
        }
        if (!(value instanceof Map<?, ?> given)) {
            throw wrong("privacy.limits", "Give an object of numbers by the name of a measure.");
        }
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!(entry.getValue() instanceof Number number)
                    || !(number.doubleValue() >= 0 && number.doubleValue() <= 1)) {
                throw wrong("privacy.limits." + name, "Give a number from 0 to 1.");
            }
            limits = limits.with(measure(name), number.doubleValue());
        }
        return limits;
    }

    private static Measure measure(String name) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.key().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("privacy.limits." + name, "There are limits for " + keys() + "."));
    }

    private static List<String> keys() {
        return Arrays.stream(Measure.values()).map(Measure::key).toList();
    }

    private static List<String> names(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        throw wrong("privacy.quasiIdentifiers", "Give a list of names of columns.");
    }

    private static VerisimException wrong(String name, String remedy) {
        return VerisimException.configuration(
                "SYNTHESIS_PARAMETER", "Setting 'synthesis." + name + "' is not usable.", remedy);
    }

    /** JSON Schema of the part. */
    static Map<String, Object> schema() {
        Map<String, Object> limits = new LinkedHashMap<>();
        keys().forEach(name -> limits.put(name, Map.of("type", "number", "minimum", 0, "maximum", 1)));
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "gate", Map.of("type", "boolean", "default", true),
                        "limits", Map.of("type", "object", "properties", limits, "additionalProperties", false),
                        "quasiIdentifiers", Map.of("type", "array", "items", Map.of("type", "string"))));
    }
}
