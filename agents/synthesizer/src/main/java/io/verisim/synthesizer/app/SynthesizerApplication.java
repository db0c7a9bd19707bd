package io.verisim.synthesizer.app;

import io.verisim.agent.TaskHandler;
import io.verisim.agent.app.AgentApplication;
import io.verisim.agent.app.AgentMain;
import io.verisim.text.OfflineTextSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The synthesizer: makes the synthetic twin and measures it. */
@AgentApplication
@EnableConfigurationProperties(SynthesizerProperties.class)
public class SynthesizerApplication {

    /** Name of the agent. */
    public static final String NAME = "synthesizer";

    public static void main(String[] args) {
        AgentMain.main(SynthesizerApplication.class, NAME, args);
    }

    @Bean
    TaskHandler fitHandler(SynthesizerProperties properties) {
        return new FitHandler(properties.threads(), properties.chunkBlocks());
    }

    @Bean
    TaskHandler sampleHandler(SynthesizerProperties properties) {
        return new SampleHandler(properties.threads());
    }

    @Bean
    TaskHandler evaluateHandler(SynthesizerProperties properties) {
        return new EvaluateHandler(properties.threads(), generator(), new OfflineTextSource().name());
    }

    @Bean
    TaskHandler gateHandler() {
        return new GateHandler();
    }

    @Bean
    TaskHandler detectHandler(SynthesizerProperties properties) {
        return new DetectHandler(properties.threads());
    }

    private static String generator() {
        String version = SynthesizerApplication.class.getPackage().getImplementationVersion();
        return "verisim " + (version == null ? "dev" : version);
    }
}
