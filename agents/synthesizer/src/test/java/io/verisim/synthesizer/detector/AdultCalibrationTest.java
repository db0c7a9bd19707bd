package io.verisim.synthesizer.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.SharedFiles;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the detector says of tables whose relation is known; figures as published for scikit-learn's trees. */
class AdultCalibrationTest {

    private static final double TOLERANCE = 0.02;
    private static final Set<String> NUMBERS =
            Set.of("age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week");

    @Test
    void otherRealRowsCannotBeToldApart() throws Exception {
        TextTable adult = adult();
        int[] order = order(adult.rows());
        TextTable first = rows(adult, Arrays.copyOfRange(order, 0, 16_000));
        TextTable second = rows(adult, Arrays.copyOfRange(order, 16_000, 32_000));

        assertThat(TreeDetector.auc(first, second, kinds(adult), 7, 2)).isCloseTo(0.5, within(TOLERANCE));
    }

    @Test
    void columnsShuffledOnTheirOwnAreToldApart() throws Exception {
        TextTable adult = adult();
        TextTable shuffled = new TextTable(
                "shuffled",
                adult.columns().stream()
                        .map(c -> rows(
                                        new TextTable("c", java.util.List.of(c)),
                                        order(c.rows(), c.name().hashCode()))
                                .columns()
                                .getFirst())
                        .toList());

        assertThat(TreeDetector.auc(adult, shuffled, kinds(adult), 7, 2)).isCloseTo(0.988, within(TOLERANCE));
    }

    @Test
    void aBootstrapScoresBelowOneHalf() throws Exception {
        TextTable adult = adult();
        Random random = new Random(5);
        TextTable train = rows(adult, Arrays.copyOf(order(adult.rows()), 26_048));
        int[] drawn = random.ints(26_048, 0, 26_048).toArray();

        assertThat(TreeDetector.auc(train, rows(train, drawn), kinds(adult), 7, 2))
                .isCloseTo(0.451, within(TOLERANCE));
    }

    private static TextTable adult() throws Exception {
        return TableFiles.read(SharedFiles.require("data/single/adult_census.csv"), ReadOptions.metrics());
    }

    private static TableKinds kinds(TextTable adult) {
        return new TableKinds(adult.columns().stream()
                .map(c -> ColumnSpec.of(
                        c.name(), NUMBERS.contains(c.name()) ? ColumnKind.NUMERICAL : ColumnKind.CATEGORICAL))
                .toList());
    }

    private static int[] order(int rows) {
        return order(rows, 3);
    }

    private static int[] order(int rows, int seed) {
        Random random = new Random(seed);
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static TextTable rows(TextTable table, int[] rows) {
        return new TextTable(
                table.name(),
                table.columns().stream()
                        .map(c -> TextColumn.coded(
                                c.name(),
                                Arrays.stream(rows).map(row -> c.codes()[row]).toArray(),
                                c.dictionary()))
                        .toList());
    }
}
