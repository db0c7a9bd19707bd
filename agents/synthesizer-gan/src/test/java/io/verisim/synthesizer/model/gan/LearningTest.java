package io.verisim.synthesizer.model.gan;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.SynthesisModel;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a small network learns in a few seconds. */
class LearningTest {

    private static final int ROWS = 3_000;

    private final TrainingTable table = Tables.dependent(ROWS);
    private final SampleBlock real = table.toBlock();

    @Test
    void ctganLearnsFrequenciesAndDependence() {
        isLearnt(Tables.drawn(fit(new CtganModel(), true), table, ROWS));
    }

    @Test
    void copulaGanLearnsFrequenciesAndDependence() {
        isLearnt(Tables.drawn(fit(new CopulaGanModel(), true), table, ROWS));
    }

    @Test
    void withoutCalibrationItIsLearntByTheNetworkAloneWhoseScoreRises() {
        FittedGan fitted = fit(new CtganModel(), false);
        assertThat(distance(Tables.drawn(fitted, table, ROWS))).isLessThan(0.2);
        double first = fitted.curve().epochs().getFirst().heldOut();
        double kept = fitted.curve().epochs().get(fitted.curve().kept() - 1).heldOut();
        assertThat(kept).isGreaterThan(first + 0.1);
        assertThat(fitted.curve().epochs()).allMatch(epoch -> epoch.heldOut() <= kept);
    }

    private void isLearnt(SampleBlock drawn) {
        assertThat(distance(drawn)).isLessThan(0.04);
        assertThat(dependence(real)).isGreaterThan(140);
        assertThat(dependence(drawn)).isGreaterThan(0.6 * dependence(real));
        assertThat(dependence(shuffled(drawn))).isLessThan(0.2 * dependence(real));
        HeldOutScore score = new HeldOutScore(real, new int[] {3, 1, 2});
        assertThat(score.of(drawn)).isGreaterThan(score.of(shuffled(real)) + 0.05);
    }

    private FittedGan fit(SynthesisModel model, boolean calibrate) {
        Map<String, Object> small = new HashMap<>(
                Map.of("epochs", 25, "batchSize", 50, "hidden", 40, "embedding", 16, "pac", 5, "patience", 25));
        small.put("generatorRate", 1e-3);
        small.put("discriminatorRate", 1e-3);
        small.put("calibrate", calibrate);
        return (FittedGan) model.fit(table, new FitSettings(new ModelParameters(model.name(), small), 1, 2));
    }

    /** Largest difference of the frequency of a level. */
    private double distance(SampleBlock drawn) {
        double largest = 0;
        for (int column = 0; column < drawn.columns(); column++) {
            for (int level = ModelColumn.NUMBER; level < 3; level++) {
                largest = Math.max(largest, Math.abs(share(real, column, level) - share(drawn, column, level)));
            }
        }
        return largest;
    }

    private static double share(SampleBlock block, int column, int level) {
        return IntStream.of(block.codes(column)).filter(code -> code == level).count() / (double) block.rows();
    }

    /** How much larger the number is, on average, where the category is 2 than where it is 0. */
    private static double dependence(SampleBlock block) {
        return mean(block, 2) - mean(block, 0);
    }

    private static double mean(SampleBlock block, int category) {
        return IntStream.range(0, block.rows())
                .filter(row -> block.codes(0)[row] == category && block.codes(1)[row] == ModelColumn.NUMBER)
                .mapToDouble(row -> block.numbers(1)[row])
                .average()
                .orElse(Double.NaN);
    }

    /** The same values with each column in an order of its own. */
    private SampleBlock shuffled(SampleBlock block) {
        RandomGenerator random = RandomStreams.of(3).generator();
        SampleBlock shuffled = new SampleBlock(table.numeric(), block.rows());
        for (int column = 0; column < block.columns(); column++) {
            int[] order = IntStream.range(0, block.rows()).toArray();
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int row = order[i];
                order[i] = order[other];
                order[other] = row;
            }
            for (int row = 0; row < order.length; row++) {
                shuffled.copyCell(row, column, block, order[row]);
            }
        }
        return shuffled;
    }
}
