package io.verisim.distributor.app;

import io.verisim.agent.CredentialsSource;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.app.AgentApplication;
import io.verisim.agent.app.AgentMain;
import io.verisim.distributor.target.Targets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The distributor: loads synthetic data into the test systems. */
@AgentApplication
@EnableConfigurationProperties(DistributorProperties.class)
public class DistributorApplication {

    /** Name of the agent. */
    public static final String NAME = "distributor";

    public static void main(String[] args) {
        AgentMain.main(DistributorApplication.class, NAME, args);
    }

    @Bean
    TaskHandler loadHandler(DistributorProperties properties, CredentialsSource credentials) {
        return new LoadHandler(Targets.installed(), credentials, properties.exportFolder());
    }
}
