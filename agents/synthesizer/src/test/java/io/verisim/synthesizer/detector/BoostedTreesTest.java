package io.verisim.synthesizer.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.quality.RandomTables;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    @Test
    void aRuleOverTwoColumnsIsLearnt() {
        Random random = new Random(1);
        double[][] x = columns(random, 3_000, 4);
        boolean[] y = new boolean[3_000];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[0][i] > 0 ^ x[1][i] > 0.3;
        }
        BinnedFeatures features = BinnedFeatures.of(x);
        BoostedTrees trees =
                BoostedTrees.fit(features, y, IntStream.range(0, 2_000).toArray(), BoostingOptions.defaults());

        double[] scores = IntStream.range(2_000, 3_000)
                .mapToDouble(row -> trees.score(features, row))
                .toArray();
        assertThat(RocCurve.area(scores, java.util.Arrays.copyOfRange(y, 2_000, 3_000)))
                .isGreaterThan(0.98);
        assertThat(trees.gains()[0] + trees.gains()[1]).isGreaterThan(20 * (trees.gains()[2] + trees.gains()[3]));
    }

    @Test
    void treesThatWereWrittenAndReadScoreTheSame() throws IOException {
        BinnedFeatures features = BinnedFeatures.of(columns(new Random(2), 500, 3));
        boolean[] y = new boolean[500];
        for (int i = 0; i < y.length; i++) {
            y[i] = i % 3 == 0;
        }
        BoostedTrees trees =
                BoostedTrees.fit(features, y, IntStream.range(0, 500).toArray(), BoostingOptions.defaults());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trees.write(new DataOutputStream(bytes));
        BoostedTrees again = BoostedTrees.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(again.scores(features)).isEqualTo(trees.scores(features));
    }

    @Test
    void fewTreesAreLeftOfThoseThatLearntNoise() {
        Random random = new Random(3);
        BinnedFeatures features = BinnedFeatures.of(columns(random, 2_000, 3));
        boolean[] y = new boolean[2_000];
        for (int i = 0; i < y.length; i++) {
            y[i] = random.nextBoolean();
        }
        int[] learnt = IntStream.range(0, 1_000).toArray();
        int[] others = IntStream.range(1_000, 2_000).toArray();

        assertThat(BoostedTrees.fit(features, y, learnt, BoostingOptions.defaults())
                        .size())
                .isEqualTo(100);
        assertThat(BoostedTrees.fit(features, y, learnt, others, 40, BoostingOptions.defaults())
                        .size())
                .isLessThan(10);
    }

    @Test
    void missingValuesAreAValueOfTheirOwn() {
        double[] column = IntStream.range(0, 400)
                .mapToDouble(i -> i % 2 == 0 ? Double.NaN : 5)
                .toArray();
        boolean[] y = new boolean[400];
        for (int i = 0; i < 400; i++) {
            y[i] = i % 2 == 0;
        }
        BinnedFeatures features = BinnedFeatures.of(new double[][] {column});
        BoostedTrees trees =
                BoostedTrees.fit(features, y, IntStream.range(0, 400).toArray(), BoostingOptions.defaults());

        assertThat(trees.score(features, 0)).isGreaterThan(2);
        assertThat(trees.score(features, 1)).isLessThan(-2);
    }

    @Test
    void noiseYieldsTheLogOddsAlone() {
        double[][] constant = {new double[100]};
        boolean[] y = new boolean[100];
        java.util.Arrays.fill(y, 0, 75, true);
        BinnedFeatures features = BinnedFeatures.of(constant);
        BoostedTrees trees =
                BoostedTrees.fit(features, y, IntStream.range(0, 100).toArray(), BoostingOptions.defaults());

        assertThat(trees.score(features, 0)).isCloseTo(Math.log(3), within(0.02));
        assertThatThrownBy(() -> BoostedTrees.fit(features, y, new int[0], BoostingOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyValuesAreBinnedByQuantiles() {
        double[] column = new Random(3).doubles(100_000).toArray();
        BinnedFeatures features = BinnedFeatures.of(new double[][] {column});
        int[] counts = new int[256];
        for (int row = 0; row < column.length; row++) {
            counts[features.bin(0, row)]++;
        }

        assertThat(counts[0]).isZero();
        assertThat(IntStream.range(1, 256).map(bin -> counts[bin]).min().orElse(0))
                .isGreaterThan(300);
    }

    @Test
    void theAreaCountsTiesHalf() {
        boolean[] positive = {false, true, true, false};
        assertThat(RocCurve.area(new double[] {1, 2, 3, 0}, positive)).isEqualTo(1);
        assertThat(RocCurve.area(new double[] {1, 1, 1, 1}, positive)).isEqualTo(0.5);
        assertThat(RocCurve.area(new double[] {1, 1, 0, 0}, positive)).isEqualTo(0.5);
        assertThat(RocCurve.area(new double[] {1}, new boolean[] {true})).isNaN();
    }

    @Property(tries = 30, maxSize = 300)
    void threadsChangeNothing(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable real = RandomTables.table(kinds, size, random);
        AlignedTable table = AlignedTable.of(kinds, real, RandomTables.table(kinds, size, random));
        DetectorResult alone = TreeDetector.detect(table, 9, 1);

        assertThat(TreeDetector.detect(table, 9, 3)).isEqualTo(alone);
        if (alone.treeDetectorAuc() == null) {
            assertThat(alone.reason()).isNotEmpty();
        } else {
            assertThat(alone.treeDetectorAuc()).isBetween(0.0, 1.0);
        }
    }

    private static double[][] columns(Random random, int rows, int count) {
        double[][] columns = new double[count][];
        for (int c = 0; c < count; c++) {
            columns[c] = random.doubles(rows, -1, 1).toArray();
        }
        return columns;
    }
}
