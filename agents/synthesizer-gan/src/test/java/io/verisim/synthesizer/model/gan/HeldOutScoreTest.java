package io.verisim.synthesizer.model.gan;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HeldOutScoreTest {

    private static final int ROWS = 1_000;
    private static final int[] LEVELS = {2, 2, 0};

    private final SampleBlock real = rows(row -> row % 2);
    private final HeldOutScore score = new HeldOutScore(real, LEVELS);

    @Test
    void theSameRowsScoreOne() {
        assertThat(score.of(real)).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void aDependenceThatIsLostCountsAlthoughOtherPairsAreRight() {
        // single columns and two pairs of three are as they were; half of the strong pair is in other cells
        SampleBlock independent = rows(row -> row / 2 % 2);
        assertThat(score.of(independent)).isCloseTo((1 + 0.5) / 2, Offset.offset(0.02));
    }

    @Test
    void frequenciesThatAreWrongCountInColumnsAndPairs() {
        SampleBlock constant = rows(row -> 0);
        assertThat(score.of(constant)).isLessThan(0.7);
    }

    /** A flag, another that follows from it by a rule, and numbers that depend on neither. */
    private static SampleBlock rows(IntUnaryOperator rule) {
        int[] flag = IntStream.range(0, ROWS).map(row -> row % 2).toArray();
        int[] follows = IntStream.range(0, ROWS).map(rule).toArray();
        int[] numeric = IntStream.range(0, ROWS).map(row -> ModelColumn.NUMBER).toArray();
        double[] numbers = IntStream.range(0, ROWS).mapToDouble(row -> row / 4).toArray();
        return new TrainingTable(
                        ROWS,
                        List.of(
                                ModelColumn.category("flag", 2, flag),
                                ModelColumn.category("follows", 2, follows),
                                new ModelColumn("number", 0, numeric, numbers)))
                .toBlock();
    }
}
