package io.verisim.synthesizer.quality.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Statistics, distances and p-values against SciPy 1.10.1. */
class ReferenceValuesTest {

    private static final double EXACT = 1e-12;
    private static final double[] A = {1.2, 3.4, 2.2, 5.9, 4.4, 8.1, 2.0, 7.7};
    private static final double[] B = {2.1, 2.9, 9.5, 6.6, 3.3, 4.1};

    @Test
    void smallSamplesHaveAnExactPValue() {
        assertThat(KolmogorovSmirnov.statistic(A, B)).isCloseTo(0.25, within(EXACT));
        assertThat(KolmogorovSmirnov.pValue(0.25, 8, 6)).isCloseTo(0.9520479520479521, within(1e-9));
    }

    @Test
    void largeSamplesHaveTheLimitingPValue() {
        double[] first = powers(300, 1.3);
        double[] second = powers(250, 1.1);
        double statistic = KolmogorovSmirnov.statistic(first, second);

        assertThat(statistic).isCloseTo(0.055333333333333345, within(EXACT));
        assertThat(KolmogorovSmirnov.pValue(statistic, 300, 250)).isCloseTo(0.7979435948271046, within(1e-9));
        assertThat(Wasserstein.distance(first, second)).isCloseTo(2.136470270186462, within(1e-9));
    }

    @Test
    void wassersteinIsInTheUnitOfTheValues() {
        assertThat(Wasserstein.distance(A, B)).isCloseTo(0.8208333333333333, within(EXACT));
        assertThat(Wasserstein.perInterquartileRange(A, B)).isCloseTo(0.8208333333333333 / 4.2, within(EXACT));
        assertThat(Wasserstein.perInterquartileRange(new double[] {1, 1, 1}, B)).isNaN();
        assertThat(Wasserstein.distance(A, new double[0])).isNaN();
        assertThat(Wasserstein.distance(A, new double[] {1, Double.POSITIVE_INFINITY}))
                .isNaN();
    }

    @Test
    void categoriesWithEnoughValuesAreNotPooled() {
        ChiSquared test = ChiSquared.test(new int[] {120, 80, 40, 10}, new int[] {100, 90, 50, 20});

        assertThat(test.statistic()).isCloseTo(6.657342657342655, within(EXACT));
        assertThat(test.pValue()).isCloseTo(0.08365960966633856, within(1e-7));
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void rareCategoriesArePooledUntilFiveAreExpected() {
        ChiSquared two = ChiSquared.test(new int[] {120, 3, 80, 3, 40}, new int[] {100, 4, 90, 4, 50});
        assertThat(two.statistic()).isCloseTo(3.7952075504720493, within(1e-9));
        assertThat(two.degreesOfFreedom()).isEqualTo(3);

        // the two rare ones together expect 4.96, so that the next joins them
        ChiSquared three = ChiSquared.test(new int[] {120, 80, 40, 2, 1}, new int[] {100, 90, 50, 3, 4});
        assertThat(three.statistic()).isCloseTo(4.334052867592598, within(1e-9));
        assertThat(three.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void oneCategoryOrAnEmptySideHasNoTest() {
        assertThat(ChiSquared.test(new int[] {5}, new int[] {7}).statistic()).isNaN();
        assertThat(ChiSquared.test(new int[] {5, 5}, new int[] {0, 0}).statistic())
                .isNaN();
    }

    private static double[] powers(int n, double exponent) {
        return IntStream.range(0, n)
                .mapToDouble(i -> Math.pow(i, exponent) % 97)
                .toArray();
    }
}
