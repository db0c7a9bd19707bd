package io.verisim.testbuilder.scenario.jira;

import io.verisim.atlassian.JiraClient;
import io.verisim.atlassian.JiraIssue;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.testbuilder.scenario.Scenario;
import io.verisim.testbuilder.scenario.ScenarioQuery;
import io.verisim.testbuilder.scenario.ScenarioSource;
import java.util.List;

/** Scenarios that are issues of Jira, found by a query; their description is what they say. */
public final class JiraScenarios implements ScenarioSource {

    private static final int MAX_SCENARIOS = 1_000;

    private final JiraClient jira;

    public JiraScenarios(JiraClient jira) {
        this.jira = jira;
    }

    @Override
    public List<Scenario> find(ScenarioQuery query) {
        return jira.search(query.inJql(), MAX_SCENARIOS).stream()
                .map(JiraScenarios::scenario)
                .toList();
    }

    private static Scenario scenario(JiraIssue issue) {
        return new Scenario(
                ScenarioKey.of(issue.key().value()),
                issue.summary(),
                issue.description().plainText());
    }
}
