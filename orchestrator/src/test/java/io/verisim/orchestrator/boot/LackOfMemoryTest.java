package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.agent.app.AgentMain;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** E6, with an agent on the real runtime that runs out of memory. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class LackOfMemoryTest {

    private static final String SHORT = """
            {"name": "short", "skipStages": ["synthesize", "distribute", "build_tests", "execute_tests", "report"]}""";

    private ConfigurableApplicationContext agent;
    private TestOrchestrator orchestrator;

    @BeforeAll
    void start(ServiceConnections services, @TempDir Path work) {
        orchestrator = new TestOrchestrator(services, Map.of("VERISIM_TIMER_POLL", "50ms"));
        Map<String, String> properties = Map.ofEntries(
                Map.entry("spring.config.location", "classpath:/verisim/agent-runtime.yml"),
                Map.entry("VERISIM_RABBITMQ_HOST", services.broker().host()),
                Map.entry(
                        "VERISIM_RABBITMQ_PORT",
                        Integer.toString(services.broker().port())),
                Map.entry("VERISIM_RABBITMQ_USER", services.broker().username()),
                Map.entry("VERISIM_RABBITMQ_PASSWORD", services.broker().password()),
                Map.entry("VERISIM_RABBITMQ_VHOST", services.broker().virtualHost()),
                Map.entry("VERISIM_QUORUM", Boolean.toString(services.broker().quorum())),
                Map.entry("VERISIM_S3_ENDPOINT", services.objects().endpoint().toString()),
                Map.entry("VERISIM_S3_BUCKET", services.objects().bucket()),
                Map.entry("VERISIM_S3_ACCESS_KEY", services.objects().accessKey()),
                Map.entry("VERISIM_S3_SECRET_KEY", services.objects().secretKey()),
                Map.entry("VERISIM_INSTANCE", "hungry-1"),
                Map.entry("verisim.agent.work", work.toString()));
        agent = AgentMain.start(HungryAgent.class, "data-processor", properties);
    }

    @AfterAll
    void stop() {
        agent.close();
        orchestrator.close();
    }

    @BeforeEach
    void forget() {
        HungryAgent.TOLD.clear();
    }

    @Test
    void smallerBatchesAreTriedUntilMemorySuffices() {
        HungryAgent.ENOUGH.set(4);
        JsonNode done = orchestrator.awaitStatus(orchestrator.started(SHORT), "COMPLETED");
        assertThat(HungryAgent.TOLD).containsExactly(1, 2, 4);
        assertThat(done.at("/tasks/0/attempt").asInt()).isEqualTo(3);
    }

    @Test
    void whereTheSmallestBatchesAreTooLargeTheWorkflowPausesWithACheckpointAndGoesOnOnceThereIsMore() {
        HungryAgent.ENOUGH.set(9);
        String path = orchestrator.started(SHORT);
        JsonNode paused = orchestrator.awaitStatus(path, "PAUSED");
        assertThat(HungryAgent.TOLD).containsExactly(1, 2, 4, 8);
        assertThat(paused.at("/error/code").asString()).isEqualTo("OUT_OF_MEMORY");
        assertThat(paused.at("/lastCheckpoint/label").asString()).isEqualTo("paused");
        HungryAgent.ENOUGH.set(1);
        orchestrator.post(path + "/resume");
        orchestrator.awaitStatus(path, "COMPLETED");
    }
}
