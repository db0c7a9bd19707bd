package io.verisim.testbuilder.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestSettingsTest {

    @Test
    void whatIsNotSetHasItsDefault() {
        TestSettings settings = TestSettings.of(Map.of());

        assertThat(settings.framework()).isEqualTo("playwright");
        assertThat(settings.jiraCredentials()).isEqualTo("jira");
        assertThat(settings.query().inJql()).isEqualTo("issuetype = \"Test Scenario\" ORDER BY key ASC");
        assertThat(settings.table()).isNull();
    }

    @Test
    void whatIsSetIsTaken() {
        Map<String, Object> jira = Map.of("project", "CRM", "label", "x", "issueType", "Story", "credentials", "site");
        TestSettings settings = TestSettings.of(Map.of("table", "people", "jira", jira));

        assertThat(settings.table()).isEqualTo("people");
        assertThat(settings.jiraCredentials()).isEqualTo("site");
        assertThat(settings.query().inJql())
                .isEqualTo("project = \"CRM\" AND issuetype = \"Story\" AND labels = \"x\" ORDER BY key ASC");
    }

    @Test
    void whatIsNoTextIsRefusedByName() {
        assertThatThrownBy(() -> TestSettings.of(Map.of("table", List.of())))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("'table'");
    }
}
