package io.verisim.orchestrator.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configuration document of a workflow, valid against {@code workflow.schema.json}. Sections are handed to the tasks
 * that name them; the orchestrator does not look inside.
 *
 * @param document JSON object
 */
public record WorkflowConfiguration(@JsonValue Map<String, Object> document) {

    public WorkflowConfiguration {
        document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
    }

    @JsonCreator
    public static WorkflowConfiguration of(Map<String, Object> document) {
        return new WorkflowConfiguration(document);
    }

    public String name() {
        return String.valueOf(document.getOrDefault("name", "workflow"));
    }

    /** Names of the stages that are left out. */
    public Set<String> skipStages() {
        Set<String> names = new LinkedHashSet<>();
        for (Object name : list("skipStages")) {
            names.add(String.valueOf(name));
        }
        return names;
    }

    /** A section; empty where the document has none. */
    public Map<String, Object> section(String name) {
        return object(document.get(name));
    }

    /** The entries of a section that is a list; empty where the document has none. */
    public List<Map<String, Object>> entries(String name) {
        return list(name).stream().map(WorkflowConfiguration::object).toList();
    }

    private List<?> list(String name) {
        return document.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> object(@org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> copy.put(String.valueOf(key), entry));
        }
        return copy;
    }
}
