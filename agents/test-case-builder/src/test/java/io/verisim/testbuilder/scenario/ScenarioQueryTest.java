package io.verisim.testbuilder.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioQueryTest {

    @Test
    void projectLabelAndTypeBecomeAQueryInJirasLanguage() {
        assertThat(new ScenarioQuery("CRM", "a \"b\"", "Test Scenario", null).inJql())
                .isEqualTo(
                        "project = \"CRM\" AND issuetype = \"Test Scenario\" AND labels = \"a \\\"b\\\"\" ORDER BY key ASC");
        assertThat(new ScenarioQuery(null, " ", "Test Scenario", null).inJql())
                .isEqualTo("issuetype = \"Test Scenario\" ORDER BY key ASC");
    }

    @Test
    void aQueryOfOnesOwnTakesTheirPlace() {
        assertThat(new ScenarioQuery("CRM", "x", "Test Scenario", "key = CRM-1").inJql())
                .isEqualTo("key = CRM-1");
    }
}
