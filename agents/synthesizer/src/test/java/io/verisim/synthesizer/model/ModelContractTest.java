package io.verisim.synthesizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.KolmogorovSmirnov;
import io.verisim.numerics.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model there is passes these; a new one only has to be named in {@code META-INF/services}. */
class ModelContractTest {

    private static final int ROWS = 6_000;

    /** Beyond what two samples of this size differ by in one of a thousand cases (1.95·√(2/n)), and some smoothing. */
    private static final double FAR = 0.02 + 1.95 * Math.sqrt(2.0 / ROWS);

    private final TrainingTable table = table();

    static Stream<SynthesisModel> models() {
        return ServiceLoader.load(SynthesisModel.class).stream().map(ServiceLoader.Provider::get);
    }

    @ParameterizedTest
    @MethodSource("models")
    void marginalsAreThoseOfTheTable(SynthesisModel model) {
        SampleBlock drawn = sample(fit(model), 3);
        SampleBlock real = table.toBlock();
        for (int column = 0; column < drawn.columns(); column++) {
            assertThat(levelDistance(real, drawn, column))
                    .as("levels of column %s", column)
                    .isLessThan(FAR);
        }
        assertThat(KolmogorovSmirnov.distance(numbers(real, 1), numbers(drawn, 1)))
                .isLessThan(FAR);
    }

    @ParameterizedTest
    @MethodSource("models")
    void numbersGrowWithTheCategoryTheyDependOn(SynthesisModel model) {
        SampleBlock drawn = sample(fit(model), 4);
        double low = mean(drawn, 0);
        double high = mean(drawn, 2);
        assertThat(high - low).isGreaterThan(75);
    }

    /** Private ones may not know the range, nor how numbers are rounded. */
    static Stream<SynthesisModel> modelsThatLookAtEveryRow() {
        return models().filter(model -> !(model instanceof PrivateModel));
    }

    @ParameterizedTest
    @MethodSource("modelsThatLookAtEveryRow")
    void numbersStayInRangeAndKeepTheirDecimals(SynthesisModel model) {
        double[] drawn = numbers(sample(fit(model), 5), 1);
        double[] real = numbers(table.toBlock(), 1);
        assertThat(drawn[0]).isGreaterThanOrEqualTo(real[0]);
        assertThat(drawn[drawn.length - 1]).isLessThanOrEqualTo(real[real.length - 1]);
        assertThat(Arrays.stream(drawn).allMatch(v -> Math.abs(v * 2 - Math.rint(v * 2)) < 1e-9))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelThatWasWrittenAndReadDrawsTheSame(SynthesisModel model) throws IOException {
        FittedModel fitted = fit(model);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fitted.write(new DataOutputStream(bytes));
        FittedModel again = model.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        SampleBlock one = sample(fitted, 6);
        SampleBlock other = sample(again, 6);
        for (int column = 0; column < one.columns(); column++) {
            assertThat(other.codes(column)).isEqualTo(one.codes(column));
            assertThat(other.numbers(column)).isEqualTo(one.numbers(column));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTableWithoutColumnsCanBeFitted(SynthesisModel model) {
        FittedModel fitted = model.fit(new TrainingTable(5, List.of()), settings(model));
        SampleBlock block = new SampleBlock(List.of(), 3);
        fitted.sample(block, random(1));
        assertThat(block.columns()).isZero();
    }

    private FittedModel fit(SynthesisModel model) {
        return model.fit(table, settings(model));
    }

    private static FitSettings settings(SynthesisModel model) {
        return new FitSettings(new ModelParameters(model.name(), Map.of()), 11, 1);
    }

    private SampleBlock sample(FittedModel fitted, long seed) {
        SampleBlock block = new SampleBlock(table.numeric(), ROWS);
        fitted.sample(block, random(seed));
        return block;
    }

    /** A category, a number in halves that depends on it, has a spike and gaps, and a flag that depends on both. */
    private static TrainingTable table() {
        RandomGenerator random = random(99);
        int[] category = new int[ROWS];
        int[] level = new int[ROWS];
        double[] number = new double[ROWS];
        int[] flag = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            category[row] = random.nextInt(10) < 5 ? 0 : 1 + random.nextInt(2);
            boolean missing = random.nextInt(20) == 0;
            level[row] = missing ? 0 : ModelColumn.NUMBER;
            double value = random.nextInt(4) == 0 ? 50 : 100 * category[row] + random.nextDouble() * 80;
            number[row] = missing ? 0 : Math.rint(value * 2) / 2;
            flag[row] = category[row] == 2 || number[row] > 150 ? 1 : 0;
        }
        return new TrainingTable(
                ROWS,
                List.of(
                        ModelColumn.category("category", 3, category),
                        new ModelColumn("number", 1, level, number),
                        ModelColumn.category("flag", 2, flag)));
    }

    private static RandomGenerator random(long seed) {
        return RandomStreams.of(seed).generator();
    }

    private static double levelDistance(SampleBlock real, SampleBlock drawn, int column) {
        int[] difference = new int[8];
        for (int row = 0; row < ROWS; row++) {
            difference[real.codes(column)[row] + 1]++;
            difference[drawn.codes(column)[row] + 1]--;
        }
        return Arrays.stream(difference).map(Math::abs).sum() / 2.0 / ROWS;
    }

    private static double[] numbers(SampleBlock block, int column) {
        return IntStream.range(0, ROWS)
                .filter(row -> block.codes(column)[row] == ModelColumn.NUMBER)
                .mapToDouble(row -> block.numbers(column)[row])
                .sorted()
                .toArray();
    }

    private static double mean(SampleBlock block, int category) {
        return IntStream.range(0, ROWS)
                .filter(row -> block.codes(0)[row] == category && block.codes(1)[row] == ModelColumn.NUMBER)
                .mapToDouble(row -> block.numbers(1)[row])
                .average()
                .orElseThrow();
    }
}
