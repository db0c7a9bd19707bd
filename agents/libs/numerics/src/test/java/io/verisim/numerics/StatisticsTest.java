package io.verisim.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verisim.testkit.Property;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

/** Expected values from SciPy and NumPy (expected.txt); in properties from Commons Math. */
class StatisticsTest {

    @Test
    void quantilesAreThoseOfNumPy() throws IOException {
        double[] sorted = {3.5, -1, 0, 7.25, 7.25, 100, 2, 11.5};
        Arrays.sort(sorted);
        assertThat(Expected.of("quantile"))
                .hasSize(8)
                .allSatisfy(
                        line -> assertThat(Quantiles.ofSorted(sorted, line[0])).isCloseTo(line[1], within(1e-13)));
        assertThat(Quantiles.ofSorted(new double[0], 0.5)).isNaN();
        assertThatThrownBy(() -> Quantiles.ofSorted(sorted, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pearsonIsThatOfNumPyAndLeavesIncompletePairsOut() throws IOException {
        double expected = Expected.of("pearson").getFirst()[0];
        double[] x = {1, 2, 3, Double.NaN, 4, 5.5, 9, -1};
        double[] y = {2, 1, 4, 100, 3, 7, Double.NaN, 0.5};
        assertThat(Correlation.pearson(x, y)).isCloseTo(expected, within(1e-15));
        assertThat(Correlation.pearson(x, new double[] {1, 1, 1, 1, 1, 1, 1, 1}))
                .isNaN();
        assertThat(Correlation.pearson(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {1, 2}))
                .isNaN();
        assertThat(Correlation.pearson(new double[] {1, 2}, new double[] {5, 7}))
                .isCloseTo(1, within(1e-15));
    }

    @Property(tries = 100, maxSize = 300)
    void momentsAndCorrelationAgreeWithCommonsMath(RandomGenerator random, int size) {
        int n = size + 3;
        double[] x = random.doubles(n, -1e6, 1e6).toArray();
        double[] y = Arrays.stream(x).map(v -> v + 1e6 * random.nextGaussian()).toArray();
        DescriptiveStatistics theirs = new DescriptiveStatistics(x);
        Moments ours = new Moments();
        int cut = random.nextInt(n);
        ours.merge(Moments.of(Arrays.copyOfRange(x, 0, cut)));
        ours.merge(Moments.of(Arrays.copyOfRange(x, cut, n)));
        assertThat(ours.count()).isEqualTo(n);
        assertThat(ours.mean()).isCloseTo(theirs.getMean(), within(1e-7));
        assertThat(ours.standardDeviation())
                .isCloseTo(theirs.getStandardDeviation(), within(1e-9 * theirs.getStandardDeviation()));
        assertThat(ours.min()).isEqualTo(theirs.getMin());
        assertThat(ours.max()).isEqualTo(theirs.getMax());
        assertThat(Correlation.pearson(x, y)).isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-12));
    }

    @Test
    void momentsOfNothingAreNaN() {
        Moments none = Moments.of(new double[] {Double.NaN});
        assertThat(none.count()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.min()).isNaN();
        assertThat(Moments.of(new double[] {5}).variance()).isNaN();
    }

    @Property(tries = 100, maxSize = 60)
    void theAliasSamplerDrawsByWeight(RandomGenerator random, int size) {
        double[] weights = new double[size + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(9);
        }
        weights[random.nextInt(weights.length)] = 7;
        double sum = Arrays.stream(weights).sum();
        AliasSampler sampler = AliasSampler.of(weights);
        long[] counts = new long[weights.length];
        for (int i = 0; i < 20_000; i++) {
            counts[sampler.sample(random)]++;
        }
        StatisticalAssertions.assertFollows(
                counts, Arrays.stream(weights).map(w -> w / sum).toArray());
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> AliasSampler.of(new double[] {0, 0})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AliasSampler.of(new double[] {1, -1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AliasSampler.of(new double[] {})).isInstanceOf(IllegalArgumentException.class);
        assertThat(AliasSampler.of(new double[] {0, 3, 0}).at(0.999)).isEqualTo(1);
    }

    @Test
    void theAssertionsNoticeAWrongLaw() {
        double[] tooWide =
                RandomStreams.of(1).generator().doubles(2_000).map(x -> 1.1 * x).toArray();
        assertThatThrownBy(() -> StatisticalAssertions.assertFollows(tooWide, x -> Math.min(1, x)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> StatisticalAssertions.assertFollows(new long[] {600, 400}, new double[] {0.5, 0.5}))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> StatisticalAssertions.assertSameLaw(new long[] {600, 400}, new long[] {450, 550}))
                .isInstanceOf(AssertionError.class);
        double[] right = RandomStreams.of(2).generator().doubles(2_000).toArray();
        assertThatThrownBy(() -> StatisticalAssertions.assertSameLaw(tooWide, right))
                .isInstanceOf(AssertionError.class);
    }
}
