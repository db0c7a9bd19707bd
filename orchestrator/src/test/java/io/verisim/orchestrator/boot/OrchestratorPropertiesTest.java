package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class OrchestratorPropertiesTest {

    private static StandardEnvironment environment(Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("variables", new HashMap<>(variables)));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("verisim/orchestrator/application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment;
    }

    private static OrchestratorProperties bound(Map<String, Object> variables) throws IOException {
        return Binder.get(environment(variables))
                .bind("verisim", OrchestratorProperties.class)
                .get();
    }

    @Test
    void defaultsAreThoseOfTheRequirements() throws IOException {
        OrchestratorProperties defaults = bound(Map.of());
        assertThat(defaults.retries().delays())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(defaults.retries().batchDivisors()).containsExactly(2, 4, 8);
        assertThat(defaults.checkpoints().every()).hasMinutes(5);
        assertThat(defaults.agents().lostAfter()).hasSeconds(20);
        assertThat(defaults.broker())
                .isEqualTo(new OrchestratorProperties.Broker(false, Duration.ofSeconds(10), 100, 8));
        assertThat(defaults.audit().seal()).hasSeconds(1);
        assertThat(defaults.audit().anchor()).hasMinutes(1);
        assertThat(defaults.web().allowedHosts()).isEmpty();
        assertThat(environment(Map.of()).getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void everyKnobFollowsItsEnvironmentVariable() throws IOException {
        OrchestratorProperties set = bound(Map.of(
                "VERISIM_QUORUM", "true",
                "VERISIM_LANES", "7",
                "VERISIM_PREFETCH", "9",
                "VERISIM_RETRY_DELAYS", "10ms,1m",
                "VERISIM_OUTBOX_POLL", "3s",
                "VERISIM_TIMER_POLL", "5s",
                "VERISIM_CHECKPOINT_EVERY", "1m",
                "VERISIM_AGENT_LOST_AFTER", "9s",
                "VERISIM_CONFIRM_TIMEOUT", "2s",
                "VERISIM_ALLOWED_HOSTS", "verisim.example"));
        OrchestratorProperties audit = bound(Map.of("VERISIM_AUDIT_SEAL", "3s", "VERISIM_AUDIT_ANCHOR", "5m"));
        assertThat(audit.audit().seal()).hasSeconds(3);
        assertThat(audit.audit().anchor()).hasMinutes(5);
        assertThat(set.broker()).isEqualTo(new OrchestratorProperties.Broker(true, Duration.ofSeconds(2), 9, 7));
        assertThat(set.retries().delays()).containsExactly(Duration.ofMillis(10), Duration.ofMinutes(1));
        assertThat(bound(Map.of("VERISIM_BATCH_DIVISORS", "3,9")).retries().batchDivisors())
                .containsExactly(3, 9);
        assertThat(set.outbox().poll()).hasSeconds(3);
        assertThat(set.timers().poll()).hasSeconds(5);
        assertThat(set.checkpoints().every()).hasMinutes(1);
        assertThat(set.agents().lostAfter()).hasSeconds(9);
        assertThat(set.web().allowedHosts()).isEqualTo(Set.of("verisim.example"));
    }

    @Test
    void aValueThatCannotWorkNamesItsVariable() {
        assertThatThrownBy(() -> bound(Map.of("VERISIM_LANES", "0")))
                .rootCause()
                .hasMessageContaining("VERISIM_LANES");
    }
}
