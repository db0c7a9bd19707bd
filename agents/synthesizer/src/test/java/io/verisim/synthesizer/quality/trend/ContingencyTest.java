package io.verisim.synthesizer.quality.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.testkit.Property;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Joint counts against a map of cells, for tables that are kept dense and for those that are not. */
class ContingencyTest {

    private static final int MANY = 3_000;

    @Property(tries = 60, maxSize = 200)
    void similarityAddsUpTheDifferencesOfAllCells(RandomGenerator random, int size) {
        int levels = random.nextBoolean() ? 5 : MANY;
        Levels a = levels(random, size, levels);
        Levels b = levels(random, size, levels);
        Map<Long, Double> cells = new HashMap<>();
        for (int row = 0; row <= size; row++) {
            cells.merge((long) a.real()[row] * MANY + b.real()[row], 1.0 / (size + 1), Double::sum);
            cells.merge((long) a.synthetic()[row] * MANY + b.synthetic()[row], -1.0 / (size + 1), Double::sum);
        }
        double expected = 1 - cells.values().stream().mapToDouble(Math::abs).sum() / 2;

        assertThat(Contingency.of(a, b).similarity()).isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 60, maxSize = 200)
    void theStrengthDoesNotDependOnHowCellsAreKept(RandomGenerator random, int size) {
        Levels a = levels(random, size, 6);
        Levels b = levels(random, size, 6);
        Contingency dense = Contingency.of(a, b);
        Contingency sparse =
                Contingency.of(new Levels(a.real(), a.synthetic(), MANY), new Levels(b.real(), b.synthetic(), MANY));

        assertThat(sparse.cramersV()).isEqualTo(Double.valueOf(dense.cramersV()));
        assertThat(sparse.syntheticCramersV()).isEqualTo(Double.valueOf(dense.syntheticCramersV()));
        assertThat(sparse.similarity()).isEqualTo(dense.similarity());
    }

    @Property(tries = 100, maxSize = 60)
    void standardisedColumnsCorrelateToTheLastBitAsTheyDoInThreePasses(RandomGenerator random, int size) {
        double[] x = numbers(random, size);
        double[] y = numbers(random, size);

        assertThat(Standardised.of(x).pearson(Standardised.of(y))).isEqualTo(Double.valueOf(Correlation.pearson(x, y)));
    }

    private static double[] numbers(RandomGenerator random, int size) {
        boolean gaps = random.nextInt(3) == 0;
        return random.doubles(size + 1)
                .map(u -> gaps && u < 0.1 ? Double.NaN : Math.floor(u * 50))
                .toArray();
    }

    private static Levels levels(RandomGenerator random, int size, int count) {
        return new Levels(
                random.ints(size + 1, 0, count).toArray(),
                random.ints(size + 1, 0, count).toArray(),
                count);
    }
}
