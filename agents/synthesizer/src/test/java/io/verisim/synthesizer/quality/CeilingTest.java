package io.verisim.synthesizer.quality;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.quality.EvaluationOptions.Part;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the report says of other real rows, against other real rows. */
class CeilingTest {

    private static final EvaluationOptions OPTIONS =
            EvaluationOptions.defaults().withSeed(11).withThreads(2).without(Part.UTILITY);
    private static final int ROWS = 2_000;

    /** Of what is lacking to 1. */
    private static final double TOLERANCE = 0.1;

    @Test
    void theEstimateIsNearWhatManyHoldoutsScore() {
        AlignedTable real = aligned(shop(ROWS, 1), shop(ROWS, 2));
        Quality quality = Quality.of(real, 2);
        Ceiling estimate = requireNonNull(CeilingEstimate.of(real, quality.pairs(), OPTIONS));
        double shapes = 0;
        double trends = 0;
        int holdouts = 8;
        for (int i = 0; i < holdouts; i++) {
            QualityScores scores =
                    Quality.of(aligned(shop(ROWS, 1), shop(ROWS, 100 + i)), 2).scores();
            shapes += requireNonNull(scores.columnShapes()) / holdouts;
            trends += requireNonNull(scores.columnPairTrendsAllPairs()) / holdouts;
        }

        assertThat(estimate.source()).isEqualTo("halves");
        assertThat(estimate.rows()).isEqualTo(ROWS);
        assertThat(estimate.scores().columnShapes()).isCloseTo(shapes, within(TOLERANCE * (1 - shapes) + 0.004));
        assertThat(estimate.scores().columnPairTrendsAllPairs()).isCloseTo(trends, within(TOLERANCE * (1 - trends)));
        assertThat(shapes)
                .as("far enough from 1 for the test to tell something")
                .isLessThan(0.99);
        assertThat(estimate.columns()).containsOnlyKeys("amount", "region", "code");
    }

    @Test
    void moreSyntheticRowsRaiseTheCeiling() {
        Ceiling few = ceiling(shop(ROWS, 1), shop(200, 2));
        Ceiling many = ceiling(shop(ROWS, 1), shop(20_000, 2));

        assertThat(requireNonNull(few.scores().overallAllPairs()))
                .isLessThan(requireNonNull(many.scores().overallAllPairs()));
    }

    @Test
    void aHoldoutIsMeasuredInTheTwinsPlace() {
        TextTable real = shop(ROWS, 1);
        TextTable holdout = shop(1_000, 5);
        EvaluationReport report = Evaluation.evaluate(
                EvaluationInput.of(real, shop(ROWS, 2)).withHoldout(holdout), OPTIONS.withDetector(true));
        EvaluationReport measured =
                Evaluation.evaluate(EvaluationInput.of(real, holdout), OPTIONS.without(Part.CEILING));
        Ceiling ceiling = requireNonNull(report.details().ceiling());

        assertThat(ceiling.source()).isEqualTo("holdout");
        assertThat(ceiling.rows()).isEqualTo(1_000);
        assertThat(ceiling.scores()).isEqualTo(measured.scores());
        assertThat(ceiling.treeDetectorAuc()).isEqualTo(measured.likeness().treeDetectorAuc());
        assertThat(measured.details().ceiling()).isNull();
        assertThat(measured.remarks().reasons()).containsEntry("ceiling", "it was switched off");
    }

    private static Ceiling ceiling(TextTable real, TextTable synthetic) {
        AlignedTable table = aligned(real, synthetic);
        return requireNonNull(CeilingEstimate.of(table, Quality.of(table, 2).pairs(), OPTIONS));
    }

    private static AlignedTable aligned(TextTable real, TextTable synthetic) {
        AlignedTable table =
                AlignedTable.of(EvaluationInput.of(real, synthetic).metadata().kinds(), real, synthetic);
        assertThat(table.rows(Side.REAL)).isEqualTo(real.rows());
        return table;
    }

    /** Amounts, four regions and two hundred codes, most of them rare. */
    private static TextTable shop(int rows, long seed) {
        Random random = new Random(seed);
        List<@org.jspecify.annotations.Nullable String> amounts = new ArrayList<>();
        List<@org.jspecify.annotations.Nullable String> regions = new ArrayList<>();
        List<@org.jspecify.annotations.Nullable String> codes = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int region = random.nextInt(4);
            amounts.add(String.valueOf(Math.round(100 * (region + random.nextGaussian()))));
            regions.add("region " + region);
            codes.add("code " + (int) (200 * Math.pow(random.nextDouble(), 3)));
        }
        return new TextTable(
                "shop",
                List.of(
                        TextColumn.of("amount", amounts),
                        TextColumn.of("region", regions),
                        TextColumn.of("code", codes)));
    }
}
