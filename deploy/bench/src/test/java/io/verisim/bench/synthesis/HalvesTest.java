package io.verisim.bench.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvesTest {

    private static final TextTable TABLE = new TextTable(
            "numbers",
            List.of(TextColumn.coded(
                    "n",
                    IntStream.range(0, 101).toArray(),
                    IntStream.range(0, 101).mapToObj(Integer::toString).toList())));

    @Test
    void halvesAreEquallyLargeAndShareNoRow() {
        Halves halves = Halves.of(TABLE, 1);

        assertThat(halves.training().rows()).isEqualTo(50);
        assertThat(halves.holdout().rows()).isEqualTo(50);
        assertThat(values(halves.training())).doesNotContainAnyElementsOf(values(halves.holdout()));
    }

    @Test
    void theSeedAloneDecides() {
        assertThat(values(Halves.of(TABLE, 1).training()))
                .isEqualTo(values(Halves.of(TABLE, 1).training()))
                .isNotEqualTo(values(Halves.of(TABLE, 2).training()));
    }

    @Test
    void nothingOfTheOtherHalfIsLeftInTheDictionary() {
        Halves halves = Halves.of(TABLE, 3);

        assertThat(halves.training().columns().getFirst().dictionary()).hasSize(50);
    }

    private static List<String> values(TextTable table) {
        return table.columns().getFirst().dictionary();
    }
}
