package io.verisim.distributor.target;

import io.verisim.model.error.VerisimException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A target's section of the configuration. Reading a setting checks its kind.
 *
 * @param name name of the target, shown to people
 * @param type its type
 * @param values all settings, {@code name} and {@code type} among them
 */
public record TargetSettings(String name, String type, Map<String, Object> values) {

    public TargetSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads a section.
     *
     * @throws VerisimException CONFIGURATION where name or type is missing
     */
    public static TargetSettings of(Map<String, Object> section) {
        TargetSettings unnamed = new TargetSettings("", "", section);
        String type = unnamed.text("type").orElseThrow(() -> unnamed.wrong("type", "is missing"));
        return new TargetSettings(unnamed.text("name").orElse(type), type, section);
    }

    /** A text; empty where it is not set or blank. */
    public Optional<String> text(String setting) {
        Object value = values.get(setting);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }
        throw wrong(setting, "must be a text");
    }

    /** One of several words. */
    public String choice(String setting, String otherwise, List<String> choices) {
        String chosen = text(setting).orElse(otherwise);
        if (!choices.contains(chosen)) {
            throw wrong(setting, "is '" + chosen + "' but must be one of " + String.join(", ", choices));
        }
        return chosen;
    }

    public boolean flag(String setting) {
        Object value = values.get(setting);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw wrong(setting, "must be true or false");
    }

    /** A whole number from 1 to {@code most}. */
    public int number(String setting, int otherwise, int most) {
        Object value = values.get(setting);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= 1
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw wrong(setting, "must be a whole number from 1 to " + most);
    }

    /** A list of texts; empty where it is not set. */
    public List<String> texts(String setting) {
        Object value = values.get(setting);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(setting, "must be a list of texts");
    }

    /** An object of texts, in order; empty where it is not set. */
    public Map<String, String> mapping(String setting) {
        Object value = values.get(setting);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(setting, "must be an object of texts");
        }
        Map<String, String> mapping = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
            if (!(key instanceof String from) || !(entry instanceof String to) || to.isBlank()) {
                throw wrong(setting, "must be an object of texts");
            }
            mapping.put(from, to);
        });
        return mapping;
    }

    /** The error of a setting that is not as it should be. */
    public VerisimException wrong(String setting, String what) {
        String whose = name.isEmpty() ? "of a target" : "of target '" + name + "'";
        return VerisimException.configuration(
                "TARGET_SETTING",
                "Setting '" + setting + "' " + whose + " " + what + ".",
                "Correct it in the configuration's targets.");
    }
}
