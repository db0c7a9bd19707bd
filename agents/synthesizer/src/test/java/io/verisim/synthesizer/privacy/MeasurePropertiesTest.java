package io.verisim.synthesizer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.quality.Golden;
import io.verisim.synthesizer.quality.RandomTables;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The measures of privacy against definitions written out plainly, on any table. */
class MeasurePropertiesTest {

    @Property(tries = 100, maxSize = 60)
    void copiesAreTheRowsThatEqualATrainingRow(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable real = RandomTables.table(kinds, size, random);
        AlignedTable table = AlignedTable.of(kinds, real, RandomTables.table(kinds, size, random));

        assertThat(RecordCopies.of(table, 2).exact().attack().successes())
                .isEqualTo(ExactCopies.count(table, Side.SYNTHETIC));
        assertThat(RecordCopies.of(AlignedTable.of(kinds, real, real), 2)
                        .exact()
                        .attack()
                        .successes())
                .isEqualTo(real.rows());
    }

    @Property(tries = 100, maxSize = 60)
    void theNearestOtherRowIsNeverTheRowItself(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable real = RandomTables.table(kinds, size, random);
        AlignedTable table = AlignedTable.of(kinds, real, real);
        RowSpace space = RowSpace.of(table, List.of(Side.REAL));
        RowSpace.Rows rows = space.rows(Side.REAL);
        double[] nearest = space.nearestOther(rows, rows.count(), 2);

        for (int i = 0; i < nearest.length; i++) {
            int self = i;
            int[] others =
                    IntStream.range(0, nearest.length).filter(j -> j != self).toArray();
            double[] expected = space.nearest(space.rows(Side.REAL, new int[] {i}), space.rows(Side.REAL, others), 1);
            assertThat(nearest[i]).as("row " + i).isEqualTo(expected[0]);
        }
    }

    @Property(tries = 100, maxSize = 60)
    void everyTableIsMeasuredTheSameWithAnyThreads(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable real = RandomTables.table(kinds, size, random);
        TextTable synthetic = RandomTables.table(kinds, size, random);
        AlignedTable table = random.nextBoolean()
                ? AlignedTable.of(kinds, real, synthetic)
                : AlignedTable.of(kinds, real, synthetic, RandomTables.table(kinds, size, random));
        PrivacyReport report = PrivacyMeasures.measure(table, options(1));

        assertThat(PrivacyMeasures.measure(table, options(3))).isEqualTo(report);
        assertThat(report.findings().size() + report.reasons().size()).isEqualTo(Measure.values().length);
        report.findings().forEach(finding -> {
            assertThat(finding.risk().value()).as(finding.name()).isBetween(0.0, 1.0);
            assertThat(finding.risk().low())
                    .as(finding.name())
                    .isBetween(0.0, finding.risk().value());
            assertThat(finding.risk().high())
                    .as(finding.name())
                    .isBetween(finding.risk().value(), 1.0);
        });
        // what is written to be read by the gate comes back as it was
        assertThat(MessageCodec.mapper()
                        .readValue(MessageCodec.mapper().writeValueAsBytes(report), PrivacyReport.class))
                .isEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "titanic", "telco"})
    void nearCopiesAndSharesAreThoseOfTheDistances(String name) {
        AlignedTable table = Golden.of(name).aligned();
        DcrScores scores = ClosestRecords.measure(table, 3, 2);
        PrivacyReport report = PrivacyMeasures.measure(table, options(2));

        assertThat(finding(report, Measure.EXACT_COPIES).attack().successes())
                .isEqualTo(scores.copies().exact());
        assertThat(finding(report, Measure.EXACT_COPIES).control().successes())
                .isEqualTo(scores.copies().exactHoldout());
        assertThat(finding(report, Measure.NEAR_COPIES).attack().successes())
                .isEqualTo(scores.copies().near());
        assertThat(finding(report, Measure.NEAR_COPIES).control().successes())
                .isEqualTo(scores.copies().nearHoldout());
        Rate closer = finding(report, Measure.COPIED_ROWS).attack();
        assertThat(closer.successes() / closer.tries()).isCloseTo(scores.closerToTrainingShare(), within(1e-12));
        assertThat(report.gate().exceeded()).as("a sample of a Gaussian copula").isEmpty();
    }

    private static Finding finding(PrivacyReport report, Measure measure) {
        return report.findings().stream()
                .filter(finding -> finding.name().equals(measure.key()))
                .findFirst()
                .orElseThrow();
    }

    private static PrivacyOptions options(int threads) {
        return new PrivacyOptions(3, threads, List.of(), PrivacyLimits.defaults());
    }
}
