package io.verisim.synthesizer.model.gan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdamTest {

    private final Parameter parameter = Parameter.filled(1, 2, 3);

    @Test
    void theFirstStepIsAsLongAsTheRateWhateverTheGradient() {
        Adam adam = new Adam(new Adam.Settings(0.01f, 0.5f, 0.9f, 0), List.of(parameter));
        parameter.gradient()[0][0] = 1e-3f;
        parameter.gradient()[0][1] = -40;
        adam.step(Parallel.alone());
        assertThat(parameter.value()[0][0]).isCloseTo(2.99f, Offset.offset(1e-5f));
        assertThat(parameter.value()[0][1]).isCloseTo(3.01f, Offset.offset(1e-5f));
        assertThat(parameter.gradient()[0]).containsOnly(0);
    }

    @Test
    void itFindsTheLeastOfASquare() {
        Adam adam = new Adam(new Adam.Settings(0.05f, 0.5f, 0.9f, 0), List.of(parameter));
        for (int step = 0; step < 400; step++) {
            parameter.gradient()[0][0] = 2 * (parameter.value()[0][0] + 1);
            parameter.gradient()[0][1] = 8 * (parameter.value()[0][1] - 2);
            adam.step(Parallel.alone());
        }
        assertThat(parameter.value()[0][0]).isCloseTo(-1, Offset.offset(0.06f));
        assertThat(parameter.value()[0][1]).isCloseTo(2, Offset.offset(0.06f));
    }

    @Test
    void decayPullsWeightsTowardsZero() {
        Adam adam = new Adam(new Adam.Settings(0.01f, 0.5f, 0.9f, 0.1f), List.of(parameter));
        adam.step(Parallel.alone());
        assertThat(parameter.value()[0][0]).isLessThan(3);
    }
}
