package io.verisim.processor.app;

import io.verisim.agent.TaskHandler;
import io.verisim.agent.app.AgentApplication;
import io.verisim.agent.app.AgentMain;
import io.verisim.processor.classify.Classification;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The data processor: finds what is sensitive in a source and learns its shape. */
@AgentApplication
@EnableConfigurationProperties(DataProcessorProperties.class)
public class DataProcessorApplication {

    /** Name of the agent. */
    public static final String NAME = "data-processor";

    public static void main(String[] args) {
        AgentMain.main(DataProcessorApplication.class, NAME, args);
    }

    @Bean
    TaskHandler profileHandler(DataProcessorProperties properties) {
        return new ProfileHandler(Classification.standard(), properties);
    }
}
