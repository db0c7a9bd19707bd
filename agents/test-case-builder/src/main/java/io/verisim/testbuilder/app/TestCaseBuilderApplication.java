package io.verisim.testbuilder.app;

import io.verisim.agent.Credentials;
import io.verisim.agent.CredentialsSource;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.app.AgentApplication;
import io.verisim.agent.app.AgentMain;
import io.verisim.atlassian.adapter.HttpJiraClient;
import io.verisim.atlassian.adapter.JiraConnection;
import io.verisim.testbuilder.plan.PlanReader;
import io.verisim.testbuilder.scenario.ScenarioSource;
import io.verisim.testbuilder.scenario.jira.JiraScenarios;
import org.springframework.context.annotation.Bean;

/** The test-case builder: turns scenarios into executable tests. */
@AgentApplication
public class TestCaseBuilderApplication {

    /** Name of the agent. */
    public static final String NAME = "test-case-builder";

    public static void main(String[] args) {
        AgentMain.main(TestCaseBuilderApplication.class, NAME, args);
    }

    @Bean
    TaskHandler buildTestsHandler(CredentialsSource credentials) {
        return new BuildTestsHandler(name -> jira(credentials.require(name)), new PlanReader());
    }

    private static ScenarioSource jira(Credentials credentials) {
        return new JiraScenarios(HttpJiraClient.of(JiraConnection.of(
                credentials.requiredUri(), credentials.requiredUsername(), credentials.requiredToken())));
    }
}
