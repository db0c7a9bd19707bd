package io.verisim.synthesizer.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.model.FitProgress;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.SynthesisModel;
import io.verisim.synthesizer.model.TrainingTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every model promises, of networks that are small enough to be trained in a moment. */
class GanContractTest {

    private static final Map<String, Object> SMALL =
            Map.of("epochs", 3, "batchSize", 100, "hidden", 24, "embedding", 8, "pac", 5);

    static Stream<SynthesisModel> models() {
        return Stream.of(new CtganModel(), new CopulaGanModel());
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneSeedHasOneResultForAnyNumberOfThreads(SynthesisModel model) throws IOException {
        byte[] one = written(fit(model, Tables.dependent(1_500), SMALL, 1));
        assertThat(written(fit(model, Tables.dependent(1_500), SMALL, 1))).isEqualTo(one);
        assertThat(written(fit(model, Tables.dependent(1_500), SMALL, 2))).isEqualTo(one);
        assertThat(written(fit(model, Tables.dependent(1_500), SMALL, 3))).isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelThatWasWrittenAndReadDrawsTheSameAndKeepsItsCurve(SynthesisModel model) throws IOException {
        FittedGan fitted = (FittedGan) fit(model, Tables.dependent(1_500), SMALL, 1);
        FittedGan again = (FittedGan) model.read(new DataInputStream(new ByteArrayInputStream(written(fitted))));
        SampleBlock one = Tables.drawn(fitted, Tables.dependent(1_500), 700);
        SampleBlock other = Tables.drawn(again, Tables.dependent(1_500), 700);
        for (int column = 0; column < one.columns(); column++) {
            assertThat(other.codes(column)).isEqualTo(one.codes(column));
            assertThat(other.numbers(column)).isEqualTo(one.numbers(column));
        }
        assertThat(again.curve()).isEqualTo(fitted.curve());
        assertThat(fitted.curve().epochs()).hasSize(3);
        assertThat(fitted.curve().heldOutRows()).isEqualTo(150);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void numbersStayInRangeAndKeepTheirDecimals(boolean calibrate) {
        Map<String, Object> parameters = new java.util.HashMap<>(SMALL);
        parameters.put("calibrate", calibrate);
        TrainingTable table = Tables.dependent(1_500);
        SampleBlock drawn = Tables.drawn(fit(new CtganModel(), table, parameters, 1), table, 2_000);
        assertThat(IntStream.range(0, drawn.rows())
                        .filter(row -> drawn.codes(1)[row] == ModelColumn.NUMBER)
                        .mapToDouble(row -> drawn.numbers(1)[row])
                        .toArray())
                .hasSizeGreaterThan(1_000)
                .satisfies(numbers -> {
                    for (double number : numbers) {
                        assertThat(number).isBetween(0.0, 300.0);
                        assertThat(number * 2).isEqualTo(Math.rint(number * 2));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void tablesOfOneRowOfNoColumnAndOfOneValueCanBeFitted(SynthesisModel model) {
        TrainingTable none = new TrainingTable(5, List.of());
        assertThat(Tables.drawn(fit(model, none, SMALL, 1), none, 3).columns()).isZero();
        TrainingTable one = new TrainingTable(
                1,
                List.of(
                        ModelColumn.category("a", 1, new int[1]),
                        new ModelColumn("b", 0, new int[] {ModelColumn.NUMBER}, new double[] {7})));
        SampleBlock drawn = Tables.drawn(fit(model, one, SMALL, 1), one, 10);
        assertThat(drawn.codes(0)).containsOnly(0);
        assertThat(drawn.numbers(1)).containsOnly(7);
        TrainingTable missing =
                new TrainingTable(40, List.of(new ModelColumn("allMissing", 1, new int[40], new double[40])));
        assertThat(Tables.drawn(fit(model, missing, SMALL, 1), missing, 10).codes(0))
                .containsOnly(0);
    }

    @Test
    void tenThousandLevelsTakeNoMoreRoomThanTheLimit() {
        int rows = 25_000;
        TrainingTable table = new TrainingTable(
                rows,
                List.of(
                        ModelColumn.category(
                                "many",
                                10_000,
                                IntStream.range(0, rows)
                                        .map(row -> row % 10_000)
                                        .toArray()),
                        ModelColumn.category(
                                "few",
                                3,
                                IntStream.range(0, rows).map(row -> row % 3).toArray())));
        Map<String, Object> parameters = new java.util.HashMap<>(SMALL);
        parameters.put("epochs", 1);
        parameters.put("levels", 20);
        FittedModel fitted = fit(new CtganModel(), table, parameters, 1);
        assertThat(((FittedGan) fitted).coding().width()).isEqualTo(20 + 3);
        SampleBlock drawn = Tables.drawn(fitted, table, rows);
        assertThat(IntStream.of(drawn.codes(0)).distinct().count()).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @MethodSource("models")
    void eachRoundIsTold(SynthesisModel model) {
        List<String> heard = new ArrayList<>();
        FitProgress progress = (done, of, sentence) -> heard.add(done + "/" + of + " " + sentence);
        model.fit(Tables.dependent(600), new FitSettings(new ModelParameters(model.name(), SMALL), 11, 1, progress));
        assertThat(heard).hasSize(3).element(2).asString().startsWith("3/3 Round 3 of at most 3: generator ");
    }

    @ParameterizedTest
    @MethodSource("models")
    void anInterruptEndsTheTraining(SynthesisModel model) {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> fit(model, Tables.dependent(600), SMALL, 2))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"epochs=0", "batchSize=55", "pac=0", "generatorRate=1", "calibrate=3", "layers=2"})
    void parametersThatAreWrongAreRefused(String parameter) {
        String[] parts = parameter.split("=");
        Map<String, Object> parameters = Map.of(parts[0], Integer.valueOf(parts[1]));
        assertThatThrownBy(() -> fit(new CtganModel(), Tables.dependent(10), parameters, 1))
                .isInstanceOfSatisfying(VerisimException.class, e -> {
                    assertThat(e.detail().code()).isEqualTo("MODEL_PARAMETER");
                    assertThat(e.detail().message()).contains(parts[0]);
                });
    }

    private static FittedModel fit(
            SynthesisModel model, TrainingTable table, Map<String, Object> parameters, int threads) {
        return model.fit(table, new FitSettings(new ModelParameters(model.name(), parameters), 11, threads));
    }

    private static byte[] written(FittedModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
