package io.verisim.synthesizer.model.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreFitTest {

    private static final int ROWS = 2_000;
    private static final int COLUMNS = 20;

    private final RandomGenerator random = RandomStreams.of(4).generator();
    private final Features features = features();
    private final int[] columns = IntStream.range(0, COLUMNS).toArray();

    @Test
    void manyWeakEffectsAreSeenTogether() {
        double[] target = new double[ROWS];
        Arrays.setAll(target, row -> {
            int sum = 0;
            for (int c = 0; c < COLUMNS; c++) {
                sum += features.groups()[c][row];
            }
            return random.nextDouble() < sum / (double) COLUMNS ? 1 : 0;
        });
        byte[] classes = ScoreFit.fit(features, columns, target).orElseThrow().classes();
        assertThat(correlation(classes, target)).isGreaterThan(0.15);
    }

    @Test
    void whatIsChanceGivesNoScore() {
        double[] target = random.doubles(ROWS).toArray();
        assertThat(ScoreFit.fit(features, columns, target)).isEmpty();
    }

    private Features features() {
        Features empty = Features.of(COLUMNS);
        for (int c = 0; c < COLUMNS; c++) {
            empty.groups()[c] = new byte[ROWS];
            for (int row = 0; row < ROWS; row++) {
                empty.groups()[c][row] = (byte) random.nextInt(2);
            }
        }
        return empty;
    }

    private static double correlation(byte[] classes, double[] target) {
        double[] x = IntStream.range(0, ROWS).mapToDouble(row -> classes[row]).toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(target).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int row = 0; row < ROWS; row++) {
            xy += (x[row] - meanX) * (target[row] - meanY);
            xx += (x[row] - meanX) * (x[row] - meanX);
            yy += (target[row] - meanY) * (target[row] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
