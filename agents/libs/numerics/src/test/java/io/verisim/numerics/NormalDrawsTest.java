package io.verisim.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NormalDrawsTest {

    private static final int DRAWS = 200_000;

    @Test
    void drawsFollowTheNormalDistribution() {
        double[] draws = draws(1);
        assertThat(KolmogorovSmirnov.oneSample(draws, Normal::cdf).pValue()).isGreaterThan(0.001);
        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(draws).map(x -> x * x * x * x).average().orElseThrow())
                .isCloseTo(3, within(0.1));
    }

    @Test
    void theTailsAreAsHeavyAsTheyShouldBe() {
        double expected = DRAWS * Normal.survival(3.5);
        double[] draws = draws(2);
        long above = Arrays.stream(draws).filter(x -> x > 3.5).count();
        long below = Arrays.stream(draws).filter(x -> x < -3.5).count();
        assertThat((double) above).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        assertThat((double) below).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }

    @Test
    void oneStreamGivesOneSequence() {
        assertThat(draws(3)).isEqualTo(draws(3));
    }

    private static double[] draws(long seed) {
        RandomGenerator random = RandomStreams.of(seed).generator();
        double[] draws = new double[DRAWS];
        NormalDraws.fill(draws, draws.length, random);
        return draws;
    }
}
