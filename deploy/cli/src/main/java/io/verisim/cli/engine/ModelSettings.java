package io.verisim.cli.engine;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a model as they are given on the command line. */
final class ModelSettings {

    private ModelSettings() {}

    /** Numbers as numbers, true and false as they are, all else as text. */
    static Map<String, Object> of(Map<String, String> given) {
        Map<String, Object> settings = new LinkedHashMap<>();
        given.forEach((name, value) -> settings.put(name, typed(value.strip())));
        return settings;
    }

    private static Object typed(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        try {
            return new BigDecimal(value).doubleValue();
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
