package io.verisim.cli.platform;

import io.verisim.agent.app.AgentMain;
import io.verisim.distributor.app.DistributorApplication;
import io.verisim.orchestrator.boot.OrchestratorApplication;
import io.verisim.processor.app.DataProcessorApplication;
import io.verisim.synthesizer.app.SynthesizerApplication;
import io.verisim.testbuilder.app.TestCaseBuilderApplication;
import io.verisim.testexecutor.app.TestExecutorApplication;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The applications that make up the platform. */
enum Application {
    ORCHESTRATOR("orchestrator", OrchestratorApplication.class),
    DATA_PROCESSOR("data-processor", DataProcessorApplication.class),
    SYNTHESIZER("synthesizer", SynthesizerApplication.class),
    DISTRIBUTOR("distributor", DistributorApplication.class),
    TEST_CASE_BUILDER("test-case-builder", TestCaseBuilderApplication.class),
    TEST_EXECUTOR("test-executor", TestExecutorApplication.class);

    private final String title;
    private final Class<?> mainClass;

    Application(String title, Class<?> mainClass) {
        this.title = title;
        this.mainClass = mainClass;
    }

    /** Name of the application, also of its configuration. */
    String title() {
        return title;
    }

    Class<?> mainClass() {
        return mainClass;
    }

    /** Starts it as one context among others in this JVM. */
    ConfigurableApplicationContext start(Map<String, String> environment) {
        Map<String, String> properties = Environments.asProperties(environment);
        return this == ORCHESTRATOR
                ? OrchestratorApplication.start(properties)
                : AgentMain.start(mainClass, title, properties);
    }
}
