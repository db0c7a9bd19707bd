package io.verisim.synthesizer.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UtilityMeasureTest {

    private static final TableKinds KINDS = new TableKinds(List.of(
            ColumnSpec.of("age", ColumnKind.NUMERICAL),
            ColumnSpec.of("team", ColumnKind.CATEGORICAL),
            ColumnSpec.of("left", ColumnKind.CATEGORICAL)));

    @Test
    void otherRealRowsTeachAsMuchAsTheTrainingRows() {
        Utility utility = measure(staff(1_200, 1, true), staff(1_200, 2, true), null);

        assertThat(utility.target()).isEqualTo("left");
        assertThat(utility.chosenBy()).isEqualTo("data");
        assertThat(utility.classes()).isEqualTo(2);
        assertThat(utility.real()).isGreaterThan(0.75);
        assertThat(utility.gap()).isBetween(-0.05, 0.05);
        assertThat(utility.bootstrapGap()).isBetween(-0.05, 0.08);
        assertThat(utility.trainingRows()).isEqualTo(1_200);
    }

    @Test
    void shuffledColumnsTeachNothing() {
        Utility utility = measure(staff(1_200, 1, true), staff(1_200, 2, false), "left=yes");

        assertThat(utility.chosenBy()).isEqualTo("option");
        assertThat(utility.synthetic()).isBetween(0.35, 0.65);
        assertThat(utility.gap()).isGreaterThan(0.15);
    }

    @Test
    void everyClassIsHeldAgainstTheRest() {
        Utility utility = measure(staff(900, 1, true), staff(900, 2, true), "team");

        assertThat(utility.classes()).isEqualTo(3);
        assertThat(utility.real()).isBetween(0.3, 1.0);
    }

    @Test
    void threadsChangeNothing() {
        AlignedTable table = AlignedTable.of(KINDS, staff(300, 1, true), staff(300, 2, true), staff(300, 3, true));

        assertThat(UtilityMeasure.measure(table, null, "team", 5, 3))
                .isEqualTo(UtilityMeasure.measure(table, null, "team", 5, 1));
    }

    @Test
    void aTargetThatIsNoColumnIsRefused() {
        assertThatThrownBy(() -> measure(staff(60, 1, true), staff(60, 2, true), "wage"))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("'wage'");
    }

    @Test
    void withoutHoldoutItIsUndefinedWithTheReason() {
        Utility utility = UtilityMeasure.measure(
                AlignedTable.of(KINDS, staff(60, 1, true), staff(60, 2, true)), null, null, 5, 1);

        assertThat(utility.synthetic()).isNull();
        assertThat(utility.reason()).contains("holdout");
    }

    private static Utility measure(TextTable real, TextTable synthetic, @Nullable String target) {
        return UtilityMeasure.measure(AlignedTable.of(KINDS, real, synthetic, staff(800, 9, true)), target, null, 5, 2);
    }

    /** Who is young leaves, unless nothing is related to anything. */
    private static TextTable staff(int rows, long seed, boolean related) {
        Random random = new Random(seed);
        List<@Nullable String> ages = new ArrayList<>();
        List<@Nullable String> teams = new ArrayList<>();
        List<@Nullable String> left = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int age = 20 + random.nextInt(40);
            double chance = related ? age < 35 ? 0.8 : 0.1 : 0.4;
            ages.add(String.valueOf(age));
            teams.add(List.of("red", "blue", "green").get(random.nextInt(3)));
            left.add(random.nextDouble() < chance ? "yes" : "no");
        }
        return new TextTable(
                "staff",
                List.of(TextColumn.of("age", ages), TextColumn.of("team", teams), TextColumn.of("left", left)));
    }
}
