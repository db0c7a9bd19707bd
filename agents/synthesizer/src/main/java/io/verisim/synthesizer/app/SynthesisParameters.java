package io.verisim.synthesizer.app;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.Models;
import io.verisim.synthesizer.model.SynthesisModel;
import io.verisim.synthesizer.schema.SchemaFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The section {@code synthesis} of a workflow's configuration. */
final class SynthesisParameters {

    private static final long MOST_ROWS = 1_000_000_000_000L;

    private SynthesisParameters() {}

    static GenerationOptions read(Map<String, Object> section) {
        // used only after the rows are made, but what is wrong with it is to be told before
        PrivacyParameters.read(section);
        constraints(section);
        long rows = number(section, "rows", 0);
        if (rows < 0 || rows > MOST_ROWS) {
            throw wrong("rows", "Give a whole number from 1, or none for as many rows as the source has.");
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (section.get("parameters") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> {
                if (value != null) {
                    parameters.put(String.valueOf(name), value);
                }
            });
        }
        String model = section.get("model") instanceof String name ? name : GenerationOptions.DEFAULT_MODEL;
        return GenerationOptions.defaults()
                .withModel(model, parameters)
                .withRows(rows)
                .withSeed(number(section, "seed", 0));
    }

    /** What must hold in every record: the settings {@code constraints} and {@code where}. */
    static ConstraintSet constraints(Map<String, Object> section) {
        Object given = section.get("constraints");
        Object where = section.get("where");
        if (where != null && !(where instanceof String)) {
            throw wrong("where", "Give a condition as text.");
        }
        List<Constraint> constraints =
                given == null ? List.of() : SchemaFiles.constraints(given, "Setting 'synthesis.constraints'");
        return new ConstraintSet(constraints, (String) where);
    }

    private static long number(Map<String, Object> section, String name, long defaultValue) {
        Object value = section.get(name);
        if (value == null) {
            return defaultValue;
        }
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw wrong(name, "Give a whole number.");
    }

    private static VerisimException wrong(String name, String remedy) {
        return VerisimException.configuration(
                "SYNTHESIS_PARAMETER", "Setting 'synthesis." + name + "' is not usable.", remedy);
    }

    /** JSON Schema of the section, with the parameters of every model. */
    static Map<String, Object> schema() {
        Map<String, Object> byModel = new LinkedHashMap<>();
        for (SynthesisModel model : Models.all()) {
            byModel.put(model.name(), model.parameterSchema());
        }
        List<String> names = List.copyOf(byModel.keySet());
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "model", Map.of("type", "string", "enum", names, "default", GenerationOptions.DEFAULT_MODEL),
                        "rows", Map.of("type", "integer", "minimum", 0),
                        "seed", Map.of("type", "integer"),
                        "constraints", Map.of("type", "array", "items", Map.of("type", "object")),
                        "where", Map.of("type", "string", "minLength", 1),
                        "privacy", PrivacyParameters.schema(),
                        "parameters", Map.of("type", "object", "anyOf", List.copyOf(byModel.values()))));
    }
}
