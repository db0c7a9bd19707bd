package io.verisim.synthesizer.model.gan.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.ChiSquared;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TableCodingTest {

    private static final int ROWS = 3_000;

    private final RandomGenerator random = RandomStreams.of(2).generator();
    private final TrainingTable table = table();
    private final TableCoding coding = TableCoding.of(table, 10, false);
    private final CodedRows rows = coding.code(table, RandomStreams.of(3).generator());

    @Test
    void levelsComeBackAsTheyWereAndNumbersNearlySo() {
        SampleBlock block = new SampleBlock(table.numeric(), ROWS);
        coding.fill(block, 0, rows, ROWS, random);
        assertThat(block.codes(0)).isEqualTo(table.columns().get(0).codes());
        assertThat(block.codes(1)).isEqualTo(table.columns().get(1).codes());
        double[] numbers = block.numbers(1);
        double apart = 0;
        for (int row = 0; row < ROWS; row++) {
            apart += Math.abs(numbers[row] - number(row)) / ROWS;
        }
        assertThat(apart).isLessThan(0.5);
    }

    @Test
    void aRowHasOneChoiceAColumnAndAPlaceForNumbers() {
        float[] row = new float[coding.width()];
        rows.write(17, coding.heads(), row, 0);
        for (int j = 0; j < coding.heads().size(); j++) {
            float sum = 0;
            for (int at = coding.heads().get(j).from();
                    at < coding.heads().get(j).to();
                    at++) {
                sum += row[at];
            }
            assertThat(sum).isEqualTo(1);
        }
        assertThat(row[coding.heads().get(1).scalar()]).isEqualTo(rows.place(1)[17]);
    }

    @Test
    void rareLevelsShareAChoiceAndAreDrawnByFrequency() {
        assertThat(coding.choices(2)).isEqualTo(10);
        CodedRows drawn = CodedRows.empty(coding, ROWS);
        Arrays.fill(drawn.choice(2), 9);
        SampleBlock block = new SampleBlock(table.numeric(), ROWS);
        coding.fill(block, 0, drawn, ROWS, random);
        int[] real = counts(table.columns().get(2).codes(), 40);
        int[] made = counts(block.codes(2), 40);
        int pooled = IntStream.range(0, 40)
                .filter(l -> made[l] > 0)
                .map(l -> real[l])
                .sum();
        for (int level = 0; level < 40; level++) {
            if (made[level] > 0) {
                assertThat(made[level] / (double) ROWS).isCloseTo(real[level] / (double) pooled, Offset.offset(0.02));
            }
        }
        assertThat(IntStream.of(made).filter(c -> c > 0).count()).isEqualTo(31);
    }

    @Test
    void inTrainingChoicesAreAskedForByTheLogarithmOfTheirCounts() {
        int[] counts = counts(table.columns().get(0).codes(), 3);
        asked(true, IntStream.of(counts).mapToDouble(StrictMath::log1p).toArray());
    }

    @Test
    void inSamplingChoicesAreAskedForByTheirCounts() {
        int[] counts = counts(table.columns().get(0).codes(), 3);
        asked(false, IntStream.of(counts).asDoubleStream().toArray());
    }

    private void asked(boolean training, double[] weights) {
        Conditions conditions = Conditions.of(coding, rows);
        assertThat(conditions.count()).isEqualTo(2);
        assertThat(conditions.width()).isEqualTo(3 + 10);
        long[] drawn = new long[3];
        long first = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            int position = conditions.draw(training, random);
            if (conditions.conditional(position) == 0) {
                first++;
                // choices are the levels by frequency; level 2 is the most frequent, level 0 the rarest
                drawn[2 - conditions.choice(position)]++;
            }
        }
        double total = Arrays.stream(weights).sum();
        double statistic = 0;
        for (int level = 0; level < 3; level++) {
            double expected = first * weights[level] / total;
            statistic += (drawn[level] - expected) * (drawn[level] - expected) / expected;
        }
        assertThat(first / 20_000.0).isCloseTo(0.5, Offset.offset(0.02));
        assertThat(ChiSquared.survival(statistic, 2)).isGreaterThan(1e-3);
    }

    @Test
    void aDrawnRowHasWhatIsAskedFor() {
        Conditions conditions = Conditions.of(coding, rows);
        RowIndex index = new RowIndex(coding, conditions, rows);
        for (int draw = 0; draw < 2_000; draw++) {
            int position = conditions.draw(true, random);
            int row = index.draw(position, random);
            int column = conditions.column(conditions.conditional(position));
            assertThat(rows.choice(column)[row]).isEqualTo(conditions.choice(position));
        }
    }

    @Test
    void normalScoresHaveTheNormalDistribution() {
        NumberScale scale = NumberScale.of(new double[] {1, 1, 1, 8}, true);
        double[] scores = scale.scaled(new double[] {1, 1, 1, 8});
        // Φ⁻¹ of 3/8 and of 7/8
        assertThat(scores)
                .containsExactly(
                        new double[] {-0.3186393639643752, -0.3186393639643752, -0.3186393639643752, 1.1503493803760079
                        },
                        Offset.offset(1e-9));
    }

    private static int[] counts(int[] codes, int levels) {
        int[] counts = new int[levels];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    private static double number(int row) {
        return row % 7 == 0 ? 0 : (row % 2 == 0 ? 100 : 500) + row % 23;
    }

    /** Three levels of unequal size, numbers of which some are missing, forty levels. */
    private static TrainingTable table() {
        int[] three = IntStream.range(0, ROWS)
                .map(row -> row % 20 == 0 ? 0 : row % 3 == 0 ? 1 : 2)
                .toArray();
        int[] missing = IntStream.range(0, ROWS)
                .map(row -> row % 7 == 0 ? 0 : ModelColumn.NUMBER)
                .toArray();
        double[] numbers =
                IntStream.range(0, ROWS).mapToDouble(TableCodingTest::number).toArray();
        int[] forty = IntStream.range(0, ROWS)
                .map(row -> (int) Math.sqrt(row * 1_600.0 / ROWS) % 40)
                .toArray();
        return new TrainingTable(
                ROWS,
                List.of(
                        ModelColumn.category("three", 3, three),
                        new ModelColumn("number", 1, missing, numbers),
                        ModelColumn.category("forty", 40, forty)));
    }
}
