package io.verisim.testbuilder.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.agent.Credentials;
import io.verisim.agent.CredentialsSource;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.app.AgentMain;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** The test-case builder as it is deployed, on a real broker and object store. */
@Tag("services")
@ExtendWith(VerisimServices.class)
class TestCaseBuilderApplicationTest {

    private final ServiceConnections services;

    TestCaseBuilderApplicationTest(ServiceConnections services) {
        this.services = services;
    }

    @Test
    void itStartsAndOffersItsTaskAndKnowsJiraFromItsEnvironment() {
        try (ConfigurableApplicationContext agent =
                AgentMain.start(TestCaseBuilderApplication.class, TestCaseBuilderApplication.NAME, environment())) {
            assertThat(agent.getBean(TaskHandler.class).taskType().taskType()).isEqualTo("build_tests");
            Credentials jira = agent.getBean(CredentialsSource.class).require("jira");
            assertThat(jira.url()).isEqualTo("http://127.0.0.1:1");
            assertThat(jira.username()).isEqualTo("me@example.org");
            assertThat(jira.token()).isEqualTo("s3cret");
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("VERISIM_RABBITMQ_HOST", services.broker().host());
        environment.put(
                "VERISIM_RABBITMQ_PORT", String.valueOf(services.broker().port()));
        environment.put("VERISIM_RABBITMQ_USER", services.broker().username());
        environment.put("VERISIM_RABBITMQ_PASSWORD", services.broker().password());
        environment.put("VERISIM_RABBITMQ_VHOST", services.broker().virtualHost());
        environment.put("VERISIM_QUORUM", String.valueOf(services.broker().quorum()));
        environment.put("VERISIM_S3_ENDPOINT", services.objects().endpoint().toString());
        environment.put("VERISIM_S3_BUCKET", services.objects().bucket());
        environment.put("VERISIM_S3_ACCESS_KEY", services.objects().accessKey());
        environment.put("VERISIM_S3_SECRET_KEY", services.objects().secretKey());
        environment.put("VERISIM_CREDENTIALS_JIRA_URL", "http://127.0.0.1:1");
        environment.put("VERISIM_CREDENTIALS_JIRA_USERNAME", "me@example.org");
        environment.put("VERISIM_CREDENTIALS_JIRA_TOKEN", "s3cret");
        return environment;
    }
}
