package io.verisim.synthesizer.quality.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.testkit.Property;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What charts may show of single rows: nothing. */
class ChartsTest {

    @Property(tries = 200, maxSize = 400)
    void barsOfFewRealRowsStandEmptyAndAllOthersAreShares(RandomGenerator random, int size) {
        double[] real = values(random, size + 1);
        Histogram bars = Histogram.of(column(real, values(random, size + 1)));

        for (double share : bars.real()) {
            assertThat(share * real.length < 0.5 || share * real.length > Histogram.FEW - 0.5)
                    .isTrue();
        }
        assertThat(Arrays.stream(bars.real()).sum()).isLessThan(1 + 1e-9);
        assertThat(Arrays.stream(bars.synthetic()).sum()).isCloseTo(1, within(1e-9));
        assertThat(bars.labels()).hasSize(bars.real().length);
        assertThat(bars.real()).hasSizeLessThanOrEqualTo(40);
    }

    @Property(tries = 200, maxSize = 400)
    void pointsOfAQuantilePlotAreMeansOfFiveRowsOrMore(RandomGenerator random, int size) {
        double[] real = values(random, size + 1);
        Quantiles points = Quantiles.of(column(real, real));

        assertThat(points.real().length * Histogram.FEW).isLessThanOrEqualTo(real.length);
        assertThat(points.real()).isEqualTo(points.synthetic()).isSorted();
        if (points.real().length > 0) {
            assertThat(points.real()[0]).isGreaterThan(Arrays.stream(real).min().orElseThrow());
        }
    }

    @Test
    void aConstantColumnIsOneBar() {
        double[] constant = new double[20];
        Arrays.fill(constant, 7.25);
        Histogram bars = Histogram.of(column(constant, constant));

        assertThat(Arrays.stream(bars.real()).filter(share -> share > 0)).containsExactly(1.0);
    }

    private static NumberColumn column(double[] real, double[] synthetic) {
        AlignedColumn column = NumberColumn.of(ColumnSpec.of("v", ColumnKind.NUMERICAL), real, synthetic);
        return (NumberColumn) column;
    }

    private static double[] values(RandomGenerator random, int size) {
        double scale = Math.pow(10, random.nextInt(12) - 6);
        return random.doubles(size).map(u -> (u - 0.3) * scale).toArray();
    }
}
