package io.verisim.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeliefTest {

    @Test
    void withoutVotesNothingIsKnown() {
        Belief belief = Belief.of(List.of());
        assertThat(belief.best()).isEqualTo(SensitivityType.NONE);
        assertThat(belief.confidence()).isEqualTo(SensitivityOdds.UNKNOWN);
    }

    @Test
    void votesForOneTypeAddUp() {
        Belief belief = Belief.of(List.of(vote(SensitivityType.EMAIL, 0.6), vote(SensitivityType.EMAIL, 0.5)));
        assertThat(belief.of(SensitivityType.EMAIL)).isCloseTo(0.8, within(1e-12));
        assertThat(belief.confidence()).isCloseTo(0.8 * 0.995 + 0.2 * 0.08, within(1e-12));
    }

    @Test
    void votesForDifferentTypesWeakenEachOther() {
        Belief belief = Belief.of(List.of(vote(SensitivityType.NAME, 0.8), vote(SensitivityType.CITY, 0.5)));
        assertThat(belief.of(SensitivityType.NAME)).isCloseTo(0.4 / 0.6, within(1e-12));
        assertThat(belief.of(SensitivityType.CITY)).isCloseTo(0.1 / 0.6, within(1e-12));
        assertThat(belief.best()).isEqualTo(SensitivityType.NAME);
    }

    @Test
    void fullContradictionLeavesAResult() {
        Belief belief = Belief.of(List.of(vote(SensitivityType.NAME, 1), vote(SensitivityType.NONE, 1)));
        assertThat(belief.of(SensitivityType.NAME)).isCloseTo(belief.of(SensitivityType.NONE), within(1e-12));
        assertThat(belief.confidence()).isBetween(0.45, 0.55);
    }

    private static Vote vote(SensitivityType type, double score) {
        return new Vote("test", type, score, "because");
    }
}
