package io.verisim.synthesizer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.quality.RandomTables;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The fast searches against the definitions written out plainly. */
class PrivacyPropertiesTest {

    @Property(tries = 150, maxSize = 80)
    void newRowsAreThoseThatMatchNoRealRow(RandomGenerator random, int size) {
        AlignedTable table = table(size, random);
        int matched = 0;
        for (int i = 0; i < table.rows(Side.SYNTHETIC); i++) {
            boolean hit = false;
            for (int j = 0; j < table.rows(Side.REAL) && !hit; j++) {
                hit = matches(table, i, j);
            }
            matched += hit ? 1 : 0;
        }

        assertThat(NewRows.score(table, 2)).isCloseTo(1 - (double) matched / table.rows(Side.SYNTHETIC), within(1e-12));
    }

    @Property(tries = 150, maxSize = 80)
    void theNearestRowIsTheNearestOfAll(RandomGenerator random, int size) {
        AlignedTable table = table(size, random);
        RowSpace space = RowSpace.of(table, List.of(Side.REAL));
        double[] nearest = space.nearest(space.rows(Side.SYNTHETIC), space.rows(Side.REAL), 1 + random.nextInt(3));

        for (int i = 0; i < nearest.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int j = 0; j < table.rows(Side.REAL); j++) {
                best = Math.min(best, distance(table, i, j));
            }
            assertThat(nearest[i]).as("row " + i).isEqualTo(best);
        }
    }

    @Property(tries = 100, maxSize = 60)
    void aCopyOfTheTrainingRowsIsFound(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable real = RandomTables.table(kinds, size, random);
        AlignedTable table = AlignedTable.of(kinds, real, real, RandomTables.table(kinds, size, random));
        DcrScores scores = ClosestRecords.measure(table, 5, 1);

        assertThat(scores.copies().exact()).isEqualTo(real.rows());
        if (table.rows(Side.HOLDOUT) >= real.rows()) {
            assertThat(scores.closerToTrainingShare()).isGreaterThanOrEqualTo(0.5);
        }
    }

    private static AlignedTable table(int size, RandomGenerator random) {
        TableKinds kinds = RandomTables.kinds(random);
        return AlignedTable.of(kinds, RandomTables.table(kinds, size, random), RandomTables.table(kinds, size, random));
    }

    private static boolean matches(AlignedTable table, int synthetic, int real) {
        for (AlignedColumn column : table.columns()) {
            double x = column.numbers(Side.SYNTHETIC)[synthetic];
            double y = column.numbers(Side.REAL)[real];
            boolean missing = Double.isNaN(x) || Double.isNaN(y);
            boolean same = missing
                    ? Double.isNaN(x) && Double.isNaN(y)
                    : x == y
                            || column.spec().kind().continuous()
                                    && Double.isFinite(x)
                                    && Math.abs(y - x) <= Math.abs(0.01 * x);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static double distance(AlignedTable table, int synthetic, int real) {
        double sum = 0;
        for (AlignedColumn column : table.columns()) {
            double x = column.numbers(Side.SYNTHETIC)[synthetic];
            double y = column.numbers(Side.REAL)[real];
            if (Double.isNaN(x) || Double.isNaN(y)) {
                sum += Double.isNaN(x) && Double.isNaN(y) ? 0 : 1;
            } else if (x != y) {
                double[] present = Arrays.stream(column.numbers(Side.REAL))
                        .filter(v -> !Double.isNaN(v))
                        .sorted()
                        .toArray();
                double range = present[present.length - 1] - present[0];
                double share = column.spec().kind().continuous() ? Math.abs(x - y) / range : 1;
                sum += share < 1 ? share : 1;
            }
        }
        return sum / table.columns().size();
    }
}
