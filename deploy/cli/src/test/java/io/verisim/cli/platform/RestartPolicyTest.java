package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private final RestartPolicy policy = RestartPolicy.standard();

    @Test
    void whatDiesAgainAndAgainIsStartedLaterAndLater() {
        assertThat(IntStream.rangeClosed(1, 7)
                        .mapToObj(policy::delay)
                        .map(Duration::toMillis)
                        .toList())
                .containsExactly(200L, 1_000L, 2_000L, 5_000L, 10_000L, 10_000L, 10_000L);
    }

    @Test
    void aMinuteOfLifeIsANewBeginning() {
        assertThat(policy.deathsInARow(4, Duration.ofSeconds(59))).isEqualTo(5);
        assertThat(policy.deathsInARow(4, Duration.ofSeconds(60))).isEqualTo(1);
    }

    @Test
    void whatWasReadyOnceIsGivenMoreTries() {
        assertThat(policy.givesUp(2, false)).isFalse();
        assertThat(policy.givesUp(3, false)).isTrue();
        assertThat(policy.givesUp(9, true)).isFalse();
        assertThat(policy.givesUp(10, true)).isTrue();
    }
}
