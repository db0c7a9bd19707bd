package io.verisim.distributor.target;

import io.verisim.model.error.VerisimException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** All kinds of targets there are. */
public final class Targets {

    private final List<Target> targets;

    private Targets(List<Target> targets) {
        this.targets = List.copyOf(targets);
    }

    /** What is on the class path. */
    public static Targets installed() {
        return new Targets(ServiceLoader.load(Target.class, Target.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The target of a type.
     *
     * @throws VerisimException CONFIGURATION where there is none
     */
    public Target ofType(String type) {
        return targets.stream()
                .filter(target -> target.type().equals(type))
                .findFirst()
                .orElseThrow(() -> VerisimException.configuration(
                        "TARGET_TYPE_UNKNOWN",
                        "There is no target of type '" + type + "'.",
                        "Use one of: " + String.join(", ", types()) + "."));
    }

    private TreeSet<String> types() {
        TreeSet<String> types = new TreeSet<>();
        targets.forEach(target -> types.add(target.type()));
        return types;
    }

    /** JSON Schema of a target section, from which forms are rendered and configurations are checked. */
    public Map<String, Object> settingsSchema() {
        List<Object> kinds = targets.stream()
                .map(target -> {
                    Map<String, Object> properties = new LinkedHashMap<>();
                    properties.put("name", Map.of("type", "string", "minLength", 1));
                    properties.put("type", Map.of("const", target.type()));
                    properties.putAll(target.settingsSchema());
                    return (Object)
                            Map.of("type", "object", "properties", properties, "required", List.of("name", "type"));
                })
                .toList();
        return Map.of("$schema", "https://json-schema.org/draft/2020-12/schema", "oneOf", kinds);
    }
}
