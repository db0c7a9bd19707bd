package io.verisim.synthesizer.model.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the trees of the mixture are to learn, each by itself; without the critic, which would repair some of it. */
class MixtureFitTest {

    private static final int ROWS = 6_000;
    private static final int KIND = 0;
    private static final int PRICE = 1;
    private static final int LOAN = 2;
    private static final int MISSING = 0;

    private final RandomGenerator random = RandomStreams.of(3).generator();

    /** Prices of the second kind are round; the first kind has no loan, and a loan is never more than the price. */
    private final SampleBlock real = shop();

    @Test
    void roundNumbersMissingOnesAndBoundsStayWhereTheyBelong() {
        SampleBlock drawn = drawn(1);
        double[] price = drawn.numbers(PRICE);
        int[] kind = drawn.codes(KIND);
        assertThat(share(row -> kind[row] == 1 && price[row] % 100 == 0, row -> kind[row] == 1))
                .isGreaterThan(0.8);
        assertThat(share(row -> kind[row] == 0 && price[row] % 100 == 0, row -> kind[row] == 0))
                .isLessThan(0.1);
        int[] loan = drawn.codes(LOAN);
        assertThat(share(row -> kind[row] == 0 && loan[row] == MISSING, row -> kind[row] == 0))
                .isGreaterThan(0.97);
        assertThat(share(row -> loan[row] == MISSING, row -> true))
                .isCloseTo(
                        Arrays.stream(real.codes(LOAN))
                                        .filter(code -> code == MISSING)
                                        .count()
                                / (double) ROWS,
                        within(0.03));
        assertThat(share(row -> loan[row] != MISSING && drawn.numbers(LOAN)[row] > price[row], row -> true))
                .isLessThan(0.005);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        SampleBlock one = drawn(1);
        SampleBlock two = drawn(2);
        assertThat(two.numbers(PRICE)).isEqualTo(one.numbers(PRICE));
        assertThat(two.codes(LOAN)).isEqualTo(one.codes(LOAN));
    }

    private SampleBlock drawn(int threads) {
        List<ModelColumn> columns = List.of(
                new ModelColumn("kind", 2, real.codes(KIND), null),
                new ModelColumn("price", 0, real.codes(PRICE), real.numbers(PRICE)),
                new ModelColumn("loan", 1, real.codes(LOAN), real.numbers(LOAN)));
        FittedModel fitted = new LatentMixtureModel()
                .fit(
                        new TrainingTable(ROWS, columns),
                        new FitSettings(new ModelParameters("latent_mixture", Map.of("critic", 0)), 5, threads));
        SampleBlock block = real.ofRows(ROWS);
        fitted.sample(block, RandomStreams.of(9).generator());
        return block;
    }

    private SampleBlock shop() {
        SampleBlock block = new SampleBlock(List.of(false, true, true), ROWS);
        for (int row = 0; row < ROWS; row++) {
            int kind = random.nextInt(2);
            double price = 1_000 + random.nextInt(9_000);
            block.codes(KIND)[row] = kind;
            block.codes(PRICE)[row] = ModelColumn.NUMBER;
            block.numbers(PRICE)[row] = kind == 1 && random.nextInt(10) > 0 ? Math.rint(price / 100) * 100 : price;
            block.codes(LOAN)[row] = kind == 0 ? MISSING : ModelColumn.NUMBER;
            block.numbers(LOAN)[row] =
                    kind == 0 ? 0 : Math.floor(block.numbers(PRICE)[row] * random.nextDouble() * random.nextDouble());
        }
        return block;
    }

    private static double share(IntPredicate wanted, IntPredicate among) {
        return IntStream.range(0, ROWS).filter(wanted).count()
                / (double) IntStream.range(0, ROWS).filter(among).count();
    }
}
