package io.verisim.testexecutor.app;

import io.verisim.agent.Credentials;
import io.verisim.agent.CredentialsSource;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.app.AgentApplication;
import io.verisim.agent.app.AgentMain;
import io.verisim.atlassian.JiraClient;
import io.verisim.atlassian.adapter.HttpJiraClient;
import io.verisim.atlassian.adapter.JiraConnection;
import io.verisim.testexecutor.report.PublishResults;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The test executor: runs tests in sandboxes and tells what came of them. */
@AgentApplication
@EnableConfigurationProperties(ExecutorProperties.class)
public class TestExecutorApplication {

    /** Name of the agent. */
    public static final String NAME = "test-executor";

    public static void main(String[] args) {
        AgentMain.main(TestExecutorApplication.class, NAME, args);
    }

    @Bean(initMethod = "warmUp", destroyMethod = "close")
    Runners runners(ExecutorProperties properties) {
        Path installation = RunnerCache.find(
                properties.runnerDir(), System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"));
        return new Runners(properties, installation);
    }

    @Bean
    TaskHandler executeTest(Runners runners, CredentialsSource credentials, ExecutorProperties properties) {
        return new ExecuteTestHandler(runners, credentials, properties.timeout());
    }

    @Bean
    TaskHandler publishResults(Runners runners, CredentialsSource credentials) {
        return new PublishResults(name -> jira(credentials.require(name)), runners::confinement);
    }

    private static JiraClient jira(Credentials credentials) {
        return HttpJiraClient.of(JiraConnection.of(
                credentials.requiredUri(), credentials.requiredUsername(), credentials.requiredToken()));
    }
}
