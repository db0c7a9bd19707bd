package io.verisim.synthesizer.model.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.numerics.Correlation;
import io.verisim.numerics.NormalDraws;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GaussianCopulaTest {

    private static final int ROWS = 20_000;

    @Test
    void theCorrelationBehindTwoFlagsIsFoundAgain() {
        RandomGenerator random = RandomStreams.of(1).generator();
        double[] one = new double[200_000];
        double[] other = new double[one.length];
        for (int row = 0; row < one.length; row++) {
            double shared = NormalDraws.draw(random);
            double own = 0.6 * shared + 0.8 * NormalDraws.draw(random);
            one[row] = shared > 0.5 ? 1 : 0;
            other[row] = own > -0.3 ? 1 : 0;
        }
        double observed = Correlation.pearson(one, other);
        double[] first = Attenuation.coefficients(flag(0.6915));
        double[] second = Attenuation.coefficients(flag(0.3821));
        assertThat(observed).isLessThan(0.45);
        assertThat(Attenuation.attenuated(first, second, 0.6)).isCloseTo(observed, within(0.01));
        assertThat(Attenuation.undone(first, second, observed)).isCloseTo(0.6, within(0.02));
    }

    private static Marginal flag(double share) {
        return new Marginal(new int[] {0, 1}, new double[] {share, 1}, null);
    }

    @Test
    void flagsOfATwinAreAsDependentAsTheirSource() {
        RandomGenerator random = RandomStreams.of(2).generator();
        int[] one = new int[ROWS];
        int[] other = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            one[row] = random.nextInt(4) == 0 ? 1 : 0;
            other[row] = random.nextInt(3) > 0 ? one[row] : random.nextInt(2);
        }
        SampleBlock drawn = sample(
                fit(
                        new TrainingTable(
                                ROWS, List.of(ModelColumn.category("a", 2, one), ModelColumn.category("b", 2, other))),
                        1),
                2);
        assertThat(correlation(drawn.codes(0), drawn.codes(1))).isCloseTo(correlation(one, other), within(0.03));
    }

    /** The levels' names say nothing of the number; laid in order by it, they do, whatever their frequency. */
    @Test
    void levelsAreLaidInTheOrderInWhichTheyGoWithTheOtherColumns() {
        RandomGenerator random = RandomStreams.of(3).generator();
        int[] category = new int[ROWS];
        int[] codes = new int[ROWS];
        double[] number = new double[ROWS];
        double[] means = {50, 10, 90, 30, 70};
        for (int row = 0; row < ROWS; row++) {
            category[row] = Math.min(random.nextInt(8), 4);
            codes[row] = ModelColumn.NUMBER;
            number[row] = means[category[row]] + NormalDraws.draw(random);
        }
        SampleBlock drawn = sample(
                fit(
                        new TrainingTable(
                                ROWS,
                                List.of(
                                        ModelColumn.category("c", 5, category),
                                        new ModelColumn("n", 0, codes, number))),
                        1),
                4);
        for (int level = 0; level < means.length; level++) {
            int wanted = level;
            double mean = IntStream.range(0, ROWS)
                    .filter(row -> drawn.codes(0)[row] == wanted)
                    .mapToDouble(row -> drawn.numbers(1)[row])
                    .average()
                    .orElseThrow();
            assertThat(mean).as("level %d", level).isCloseTo(means[level], within(6.0));
        }
    }

    @Test
    void anyNumberOfThreadsFitsTheSameModel() throws IOException {
        RandomGenerator random = RandomStreams.of(5).generator();
        int rows = 150_000;
        int[] codes = new int[rows];
        int[] category = new int[rows];
        double[] number = new double[rows];
        for (int row = 0; row < rows; row++) {
            category[row] = random.nextInt(6);
            codes[row] = random.nextInt(10) == 0 ? 0 : ModelColumn.NUMBER;
            number[row] = NormalDraws.draw(random) + category[row];
        }
        TrainingTable table = new TrainingTable(
                rows, List.of(ModelColumn.category("c", 6, category), new ModelColumn("n", 1, codes, number)));
        assertThat(bytes(fit(table, 3))).isEqualTo(bytes(fit(table, 1)));
    }

    private static FittedModel fit(TrainingTable table, int threads) {
        ModelParameters none = new ModelParameters("gaussian_copula", Map.of());
        return new GaussianCopulaModel().fit(table, new FitSettings(none, 1, threads));
    }

    private static SampleBlock sample(FittedModel model, int seed) {
        SampleBlock block = new SampleBlock(List.of(false, seed == 4), ROWS);
        model.sample(block, RandomStreams.of(seed).generator());
        return block;
    }

    private static double correlation(int[] one, int[] other) {
        return Correlation.pearson(
                IntStream.of(one).asDoubleStream().toArray(),
                IntStream.of(other).asDoubleStream().toArray());
    }

    private static byte[] bytes(FittedModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
