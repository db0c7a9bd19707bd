package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.cli.CommandFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicasTest {

    @Test
    void thereIsOneOfEachWhereNothingIsSaid() {
        assertThat(Replicas.oneOfEach().all().stream().map(Replica::name))
                .containsExactly(
                        "orchestrator",
                        "data-processor",
                        "synthesizer",
                        "distributor",
                        "test-case-builder",
                        "test-executor");
    }

    @Test
    void theFirstBearsTheNameAndTheOthersANumberAndComeLater() {
        assertThat(Replicas.of(Map.of("orchestrator", 2, "synthesizer", 3)).all().stream()
                        .map(Replica::name))
                .hasSize(9)
                .startsWith("orchestrator")
                .endsWith("orchestrator-2", "synthesizer-2", "synthesizer-3");
    }

    @ParameterizedTest
    @CsvSource({"services, 2", "synthesizer, 0", "synthesizer, 21"})
    void whatIsNoNumberOfReplicasIsRefused(String name, int count) {
        assertThatThrownBy(() -> Replicas.of(Map.of(name, count))).isInstanceOf(CommandFailure.class);
    }
}
