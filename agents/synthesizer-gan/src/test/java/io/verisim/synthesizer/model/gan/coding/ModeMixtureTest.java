package io.verisim.synthesizer.model.gan.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import io.verisim.testkit.Property;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ModeMixtureTest {

    private final RandomGenerator random = RandomStreams.of(4).generator();

    @Test
    void theDerivativeOfTheLogarithmOfGammaHasItsKnownValues() {
        // minus Euler's constant; the same less 2 log 2; the recurrence
        assertThat(ModeMixture.digamma(1)).isCloseTo(-0.5772156649015329, Offset.offset(1e-10));
        assertThat(ModeMixture.digamma(0.5)).isCloseTo(-1.9635100260214235, Offset.offset(1e-10));
        assertThat(ModeMixture.digamma(31.5)).isCloseTo(ModeMixture.digamma(30.5) + 1 / 30.5, Offset.offset(1e-10));
    }

    @Test
    void twoSeparateNormalDistributionsAreTwoModes() {
        double[] points = IntStream.range(0, 4_000)
                .mapToDouble(i -> i % 4 == 0 ? 1.5 + 0.1 * random.nextGaussian() : -0.5 + 0.3 * random.nextGaussian())
                .sorted()
                .toArray();
        double[] ones = new double[points.length];
        Arrays.fill(ones, 1);
        ModeMixture mixture = new ModeMixture(points, ones, 10).fit();
        int[] large = IntStream.range(0, mixture.size())
                .filter(k -> mixture.weight(k) > 0.05)
                .toArray();
        int[] right = Arrays.stream(large).filter(k -> mixture.mean(k) > 1).toArray();
        double share = Arrays.stream(right).mapToDouble(mixture::weight).sum();
        double mean = Arrays.stream(right)
                .mapToDouble(k -> mixture.weight(k) * mixture.mean(k))
                .sum();
        assertThat(share).isCloseTo(0.25, Offset.offset(0.02));
        assertThat(mean / share).isCloseTo(1.5, Offset.offset(0.03));
        for (int k : large) {
            assertThat(mixture.deviation(k)).isLessThan(0.4);
        }
    }

    @Test
    void weightsOfPointsCountAsRepetitions() {
        double[] repeated = {-1, -1, -1, 0.5, 0.5, 0.5, 0.5, 2};
        ModeMixture one = new ModeMixture(new double[] {-1, 0.5, 2}, new double[] {3, 4, 1}, 2).fit();
        double mean = Arrays.stream(repeated).average().orElseThrow();
        double of = IntStream.range(0, one.size())
                .mapToDouble(k -> one.weight(k) * one.mean(k))
                .sum();
        assertThat(of).isCloseTo(mean, Offset.offset(0.3));
        assertThat(one.weight(0) + one.weight(1)).isCloseTo(1, Offset.offset(1e-9));
    }

    @Property(tries = 40, maxSize = 400)
    void aNumberIsFoundAgainFromItsModeAndPlace(RandomGenerator draws, int size) {
        double scale = StrictMath.pow(10, draws.nextInt(12) - 4);
        double[] numbers = IntStream.rangeClosed(0, size)
                .mapToDouble(i -> scale * (draws.nextInt(3) == 0 ? 5 : draws.nextGaussian()))
                .sorted()
                .toArray();
        NumberModes modes = NumberModes.of(numbers);
        assertThat(modes.size()).isBetween(1, 10);
        for (double number : numbers) {
            int mode = modes.draw(number, draws);
            float place = modes.place(number, mode);
            assertThat(place).isBetween(-0.99f, 0.99f);
            if (Math.abs(place) < 0.99f) {
                assertThat(modes.number(mode, place)).isCloseTo(number, Offset.offset(1e-5 * scale * 10));
            }
        }
    }

    @Test
    void aNumberBelongsToTheModeItIsIn() {
        double[] numbers = IntStream.range(0, 2_000)
                .mapToDouble(i -> (i % 2 == 0 ? 0 : 1_000) + random.nextGaussian())
                .sorted()
                .toArray();
        NumberModes modes = NumberModes.of(numbers);
        for (double number : new double[] {0.5, 999.5}) {
            int mode = modes.draw(number, random);
            assertThat(modes.number(mode, 0)).isCloseTo(number, Offset.offset(5.0));
        }
    }
}
