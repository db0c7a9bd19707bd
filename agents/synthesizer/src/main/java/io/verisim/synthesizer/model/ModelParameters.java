package io.verisim.synthesizer.model;

import io.verisim.model.error.VerisimException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Parameters of a model as a user gave them, read with checks. */
public record ModelParameters(String model, Map<String, Object> values) {

    public ModelParameters {
        values = Map.copyOf(values);
    }

    /**
     * A whole number within limits.
     *
     * @throws VerisimException CONFIGURATION where it is none, or outside
     */
    public int integer(String name, int defaultValue, int min, int max) {
        Object value = values.getOrDefault(name, defaultValue);
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= min
                && number.intValue() <= max) {
            return number.intValue();
        }
        throw VerisimException.configuration(
                "MODEL_PARAMETER",
                "Parameter '" + name + "' of model '" + model + "' is " + value + ".",
                "Give a whole number from " + min + " to " + max + ".");
    }

    /**
     * A number within limits, both inclusive.
     *
     * @throws VerisimException CONFIGURATION where it is none, or outside
     */
    public double number(String name, double defaultValue, double min, double max) {
        Object value = values.getOrDefault(name, defaultValue);
        if (value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        throw VerisimException.configuration(
                "MODEL_PARAMETER",
                "Parameter '" + name + "' of model '" + model + "' is " + value + ".",
                "Give a number from " + min + " to " + max + ".");
    }

    /**
     * Refuses parameters that the model does not know.
     *
     * @throws VerisimException CONFIGURATION naming them
     */
    public ModelParameters only(Set<String> known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw VerisimException.configuration(
                    "MODEL_PARAMETER",
                    "Model '" + model + "' has no parameter " + String.join(", ", unknown) + ".",
                    "Use " + String.join(", ", new TreeSet<>(known)) + ".");
        }
        return this;
    }
}
