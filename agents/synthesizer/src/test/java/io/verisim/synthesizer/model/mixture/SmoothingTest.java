package io.verisim.synthesizer.model.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.ModelColumn;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    private static final int ROWS = 4_000;

    private final RandomGenerator random = RandomStreams.of(8).generator();
    private final double[] numbers = random.doubles(ROWS).toArray();
    private final Coding coding = Coding.of(new ModelColumn("x", 0, codes(), numbers));
    private final Smoothing smoothing = new Smoothing(coding);
    private final double[] all = counts(IntStream.range(0, ROWS).toArray());
    private final Smoothing.Estimate root = smoothing.root(all, ROWS);

    @Test
    void whatChanceShowsIsNotLearnt() {
        double[] some = counts(random.ints(60, 0, ROWS).toArray());
        Smoothing.Estimate estimate = smoothing.below(some, 60, root);

        assertThat(sum(estimate)).isCloseTo(1, within(1e-9));
        assertThat(distance(estimate.probabilities(), root.probabilities())).isLessThan(0.15);
        double[] asCounted = Arrays.stream(some).map(count -> count / 60).toArray();
        assertThat(distance(asCounted, root.probabilities())).isGreaterThan(0.5);
    }

    @Test
    void aRealDifferenceIsLearnt() {
        int[] low = IntStream.range(0, ROWS).filter(row -> numbers[row] < 0.25).toArray();
        int[] some = Arrays.copyOf(low, 200);
        Smoothing.Estimate estimate = smoothing.below(counts(some), some.length, root);

        assertThat(sum(estimate)).isCloseTo(1, within(1e-9));
        double below = 0;
        for (int code = 0; code <= coding.code(ModelColumn.NUMBER, 0.25); code++) {
            below += estimate.probabilities()[code];
        }
        assertThat(below).isGreaterThan(0.95);
    }

    @Test
    void neighboursOfWhatFewRowsShowGetSomeOfIt() {
        int bins = coding.size();
        double[] alternating = new double[bins];
        for (int code = 0; code < bins / 4; code += 2) {
            alternating[code] = 4;
        }
        int rows = (int) Arrays.stream(alternating).sum();
        Smoothing.Estimate estimate = smoothing.below(alternating, rows, root);

        assertThat(estimate.probabilities()[1]).isGreaterThan(0.5 * estimate.probabilities()[bins - 1]);
    }

    private double[] counts(int[] rows) {
        double[] counts = new double[coding.size()];
        for (int row : rows) {
            counts[coding.code(ModelColumn.NUMBER, numbers[row])]++;
        }
        return counts;
    }

    private static int[] codes() {
        int[] codes = new int[ROWS];
        Arrays.fill(codes, ModelColumn.NUMBER);
        return codes;
    }

    private static double sum(Smoothing.Estimate estimate) {
        return Arrays.stream(estimate.probabilities()).sum();
    }

    /** Total variation. */
    private static double distance(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                        .mapToDouble(code -> Math.abs(one[code] - other[code]))
                        .sum()
                / 2;
    }
}
