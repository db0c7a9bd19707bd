package io.verisim.synthesizer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.quality.EdgeCases.EdgeCase;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EdgeCasesTest {

    @Test
    void outliersAndGapsAreCountedOnBothSides() {
        EdgeCases edges = edges(numbers(2, 1), numbers(1, 4));

        // 1 missing of 100 becomes 4; 2 high outliers become 1, which hold the maximum, too
        assertThat(edges.cases())
                .contains(new EdgeCase("v", "missing", 0.01, 0.04), new EdgeCase("v", "high", 0.02, 0.01));
        double real = 0.01 + 0.02 + 0.02 + 0.09;
        assertThat(edges.cases().stream().mapToDouble(EdgeCase::real).sum()).isCloseTo(real, within(0.02));
        assertThat(edges.match()).isBetween(0.3, 0.8);
    }

    @Test
    void rareAndOverlongAndEmptyTextsAreEdgeCases() {
        EdgeCases edges = edges(words(400, 2), words(400, 0));

        assertThat(edges.cases()).extracting(EdgeCase::kind).containsExactlyInAnyOrder("rare", "overlong", "empty");
        assertThat(edges.match()).isZero();
    }

    @Test
    void tablesWithoutEdgeCasesMatch() {
        EdgeCases edges = edges(words(400, 0), words(300, 0));

        assertThat(edges.cases()).isEmpty();
        assertThat(edges.match()).isEqualTo(1);
    }

    @Property(tries = 100, maxSize = 80)
    void theMatchIsAShareAndOneForTheTableItself(RandomGenerator random, int size) {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable real = RandomTables.table(kinds, size, random);

        assertThat(edges(AlignedTable.of(kinds, real, real)).match()).isEqualTo(1);
        assertThat(edges(AlignedTable.of(kinds, real, RandomTables.table(kinds, size, random)))
                        .match())
                .isBetween(0.0, 1.0);
    }

    private static EdgeCases edges(AlignedTable table) {
        return EdgeCases.of(table.columns().stream().map(EdgeCases::of));
    }

    private static EdgeCases edges(List<@Nullable String> real, List<@Nullable String> synthetic) {
        ColumnKind kind = real.contains("red") ? ColumnKind.CATEGORICAL : ColumnKind.NUMERICAL;
        return edges(AlignedTable.of(new TableKinds(List.of(ColumnSpec.of("v", kind))), table(real), table(synthetic)));
    }

    private static TextTable table(List<@Nullable String> values) {
        return new TextTable("t", List.of(TextColumn.of("v", values)));
    }

    /** A hundred rows, evenly spread from 0 to 9 but for outliers and gaps. */
    private static List<@Nullable String> numbers(int outliers, int gaps) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            values.add(i < outliers ? "1000" : i < outliers + gaps ? null : String.valueOf(i % 10));
        }
        return values;
    }

    private static List<@Nullable String> words(int rows, int odd) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(i < odd ? (i == 0 ? "a colour that nobody else has" : " ") : i % 2 == 0 ? "red" : "blue");
        }
        return values;
    }
}
