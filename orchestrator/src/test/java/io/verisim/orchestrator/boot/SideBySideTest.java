package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.message.Envelope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several orchestrators on the same database and broker. */
@Tag("services")
@ExtendWith(VerisimServices.class)
class SideBySideTest {

    private static final int WORKFLOWS = 20;
    private static final int TASKS = 13;

    @Test
    void twoOrchestratorsShareTheWorkAndDoNothingTwice(ServiceConnections services) throws Exception {
        try (TrivialAgents agents = new TrivialAgents(services.broker(), services.objects());
                TestOrchestrator first = new TestOrchestrator(services, Map.of());
                TestOrchestrator second = new TestOrchestrator(services, Map.of())) {
            agents.start();
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < WORKFLOWS; i++) {
                paths.add((i % 2 == 0 ? first : second)
                        .started("{\"name\": \"w" + i
                                + "\", \"targets\": [{\"name\": \"crm\", \"type\": \"postgres\"}]}"));
            }
            for (String path : paths) {
                second.awaitStatus(path, "COMPLETED");
            }
            Set<String> seen = new HashSet<>();
            for (Envelope task : agents.received()) {
                assertThat(seen.add(task.taskId() + " " + task.attempt())).isTrue();
                assertThat(task.attempt()).isEqualTo(1);
            }
            assertThat(seen).hasSize(WORKFLOWS * TASKS);
            assertThat(first.database()
                            .sql("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }
}
