package io.verisim.testbuilder.app;

import io.verisim.model.error.VerisimException;
import io.verisim.testbuilder.render.TestRenderers;
import io.verisim.testbuilder.scenario.ScenarioQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code tests} of a workflow's configuration, as far as the builder looks at it.
 *
 * @param framework name of the test framework
 * @param query which scenarios are wanted
 * @param jiraCredentials reference to the address and the credentials of Jira
 * @param table table of the system under test; null takes that of the first load report
 */
record TestSettings(
        String framework,
        ScenarioQuery query,
        String jiraCredentials,
        @Nullable String table) {

    private static final String DEFAULT_FRAMEWORK = "playwright";
    private static final String DEFAULT_CREDENTIALS = "jira";

    static TestSettings of(Map<String, Object> parameters) {
        Map<?, ?> jira = parameters.get("jira") instanceof Map<?, ?> map ? map : Map.of();
        return new TestSettings(
                text(parameters, "framework", DEFAULT_FRAMEWORK),
                new ScenarioQuery(
                        optional(jira, "project"),
                        optional(jira, "label"),
                        text(jira, "issueType", ScenarioQuery.DEFAULT_ISSUE_TYPE),
                        optional(jira, "jql")),
                text(jira, "credentials", DEFAULT_CREDENTIALS),
                optional(parameters, "table"));
    }

    private static String text(Map<?, ?> map, String name, String otherwise) {
        String found = optional(map, name);
        return found == null ? otherwise : found;
    }

    private static @Nullable String optional(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw VerisimException.configuration(
                "TESTS_SETTING_INVALID",
                "The setting '" + name + "' of the section 'tests' is no text.",
                "Write it as a text in quotes.");
    }

    /** JSON Schema of the section. */
    static Map<String, Object> schema() {
        Map<String, Object> jira = new LinkedHashMap<>();
        jira.put("project", described("Key of the Jira project that holds the scenarios."));
        jira.put("label", described("Label that the scenarios carry."));
        jira.put("issueType", withDefault("Issue type of the scenarios.", ScenarioQuery.DEFAULT_ISSUE_TYPE));
        jira.put("jql", described("Query that takes the place of project, label and issue type."));
        jira.put("credentials", withDefault("Reference to the address and credentials of Jira.", DEFAULT_CREDENTIALS));
        Map<String, Object> framework = new LinkedHashMap<>(withDefault("Test framework.", DEFAULT_FRAMEWORK));
        framework.put("enum", TestRenderers.frameworks());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("framework", framework);
        properties.put("table", described("Table of the system under test; that of the first target if left out."));
        properties.put("jira", Map.of("type", "object", "properties", jira));
        return Map.of("type", "object", "properties", properties);
    }

    private static Map<String, Object> described(String description) {
        return Map.of("type", "string", "description", description);
    }

    private static Map<String, Object> withDefault(String description, String value) {
        return Map.of("type", "string", "description", description, "default", value);
    }
}
