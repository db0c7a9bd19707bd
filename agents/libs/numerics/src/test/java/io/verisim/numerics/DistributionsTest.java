package io.verisim.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verisim.testkit.Property;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DistributionsTest {

    private static final double RELATIVE = 1e-13;
    private static final double RELATIVE_GAMMA = 1e-11;

    @Test
    void theNormalDistributionFunctionIsRightToTheLastDigits() throws IOException {
        assertThat(Expected.of("normal.cdf"))
                .hasSize(30)
                .allSatisfy(line ->
                        assertThat(Normal.cdf(line[0])).as("cdf(%s)", line[0]).isCloseTo(line[1], near(line[1])));
    }

    @Test
    void theNormalQuantileIsRightToTheLastDigits() throws IOException {
        assertThat(Expected.of("normal.quantile"))
                .hasSize(27)
                .allSatisfy(line -> assertThat(Normal.quantile(line[0]))
                        .as("quantile(%s)", line[0])
                        .isCloseTo(line[1], near(line[1])));
    }

    @Property(tries = 200)
    void theQuantileInvertsTheDistributionFunction(RandomGenerator random) {
        double p = Math.pow(random.nextDouble(), 1 + random.nextInt(20));
        assertThat(Normal.cdf(Normal.quantile(p))).isCloseTo(p, within(p * 1e-12));
    }

    @Test
    void theEdgesOfTheNormalDistribution() {
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.NaN)).isNaN();
        assertThat(Normal.quantile(Double.NaN)).isNaN();
        assertThat(Normal.survival(10)).isEqualTo(Normal.cdf(-10));
        assertThat(Normal.density(0)).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(1e-16));
        assertThatThrownBy(() -> Normal.quantile(1.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theChiSquaredTailIsRight() throws IOException {
        assertThat(Expected.of("chiSquared.survival"))
                .hasSize(13)
                .allSatisfy(line -> assertThat(ChiSquared.survival(line[0], line[1]))
                        .isCloseTo(line[2], within(line[2] * RELATIVE_GAMMA)));
    }

    @Test
    void chiSquaredTestsAgree() throws IOException {
        double[] two = Expected.of("chiSquared.twoSamples").getFirst();
        ChiSquared.Result result = ChiSquared.twoSamples(new long[] {12, 0, 7, 30, 4}, new long[] {20, 3, 9, 25, 0});
        assertThat(result.statistic()).isCloseTo(two[0], within(1e-12));
        assertThat(result.degreesOfFreedom()).isEqualTo((int) two[1]);
        assertThat(result.pValue()).isCloseTo(two[2], within(1e-12));

        double[] one = Expected.of("chiSquared.goodness").getFirst();
        ChiSquared.Result fit = ChiSquared.goodnessOfFit(new long[] {18, 22, 30, 30}, new double[] {.25, .25, .2, .3});
        assertThat(fit.statistic()).isCloseTo(one[0], within(1e-12));
        assertThat(fit.pValue()).isCloseTo(one[2], within(1e-12));
    }

    @Test
    void chiSquaredTestsWithNothingToCompareSayOneAndImpossibleClassesZero() {
        assertThat(ChiSquared.twoSamples(new long[] {5}, new long[] {7}).pValue())
                .isEqualTo(1);
        assertThat(ChiSquared.twoSamples(new long[] {5, 1}, new long[] {0, 0}).pValue())
                .isEqualTo(1);
        assertThat(ChiSquared.goodnessOfFit(new long[] {5, 1}, new double[] {1, 0})
                        .pValue())
                .isZero();
    }

    @Test
    void theKolmogorovLimitIsRightOnBothSeries() throws IOException {
        assertThat(Expected.of("kolmogorov.limit"))
                .hasSize(13)
                .allSatisfy(line -> assertThat(KolmogorovSmirnov.limitSurvival(line[0]))
                        .as("survival(%s)", line[0])
                        .isCloseTo(line[1], within(line[1] * 1e-12)));
        assertThat(KolmogorovSmirnov.limitSurvival(0)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.limitSurvival(Double.NaN)).isNaN();
    }

    @Test
    void theSmallSamplePValueIsExact() throws IOException {
        assertThat(Expected.of("ks.exact"))
                .hasSize(4)
                .allSatisfy(line -> assertThat(KolmogorovSmirnov.pValue(line[2], (int) line[0], (int) line[1]))
                        .isCloseTo(line[3], within(1e-9)));
    }

    @Test
    void theDistanceOfTwoSamplesCountsTiesTogether() {
        assertThat(KolmogorovSmirnov.twoSamples(new double[] {1, 1, 2, Double.NaN}, new double[] {1, 2, 2})
                        .statistic())
                .isCloseTo(1.0 / 3, within(1e-15));
        assertThat(KolmogorovSmirnov.twoSamples(new double[] {1, 2}, new double[] {3, 4})
                        .statistic())
                .isEqualTo(1);
        assertThatThrownBy(() -> KolmogorovSmirnov.twoSamples(new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Offset<Double> near(double expected) {
        return within(Math.abs(expected) * RELATIVE);
    }
}
