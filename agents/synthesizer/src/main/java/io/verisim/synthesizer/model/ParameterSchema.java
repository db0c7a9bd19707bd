package io.verisim.synthesizer.model;

import java.util.Map;

/** Pieces of the JSON Schema by which a model tells its parameters. */
public final class ParameterSchema {

    private ParameterSchema() {}

    /** An object of these parameters and no others. */
    public static Map<String, Object> of(Map<String, ?> properties) {
        return Map.of("type", "object", "additionalProperties", false, "properties", properties);
    }

    public static Map<String, Object> integer(String description, int defaultValue, int least, int most) {
        return property("integer", description, defaultValue, least, most);
    }

    public static Map<String, Object> number(String description, double defaultValue, double least, double most) {
        return property("number", description, defaultValue, least, most);
    }

    private static Map<String, Object> property(
            String type, String description, Number defaultValue, Number least, Number most) {
        return Map.of(
                "type", type,
                "description", description,
                "default", defaultValue,
                "minimum", least,
                "maximum", most);
    }
}
