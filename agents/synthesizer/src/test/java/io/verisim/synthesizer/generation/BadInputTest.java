package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"latent_mixture", "gaussian_copula"})
    void oneRowLeavesNoOtherRecord(String model) {
        TextTable table = new TextTable(
                "one", List.of(TextColumn.of("colour", List.of("red")), TextColumn.of("size", List.of("3"))));
        FittedGeneration twin = fit(table, GenerationOptions.defaults().withModel(model, java.util.Map.of()));
        assertThatThrownBy(() -> Twins.blocks(twin, 1, 1))
                .isInstanceOfSatisfying(
                        VerisimException.class,
                        e -> assertThat(e.detail().code()).isEqualTo("NO_ADMISSIBLE_RECORD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latent_mixture", "gaussian_copula"})
    void anEmptyColumnStaysEmpty(String model) throws IOException {
        TextTable twin = twin(model, 100, row -> null, row -> Integer.toString(row % 10));
        assertThat(twin.columns().getFirst().missing()).isEqualTo(twin.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"latent_mixture", "gaussian_copula"})
    void aColumnOfOneValueKeepsIt(String model) throws IOException {
        TextTable twin = twin(model, 100, row -> "same", row -> "12.50");
        assertThat(twin.columns().get(0).dictionary()).containsExactly("same");
        assertThat(twin.columns().get(1).dictionary()).containsExactly("12.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latent_mixture", "gaussian_copula"})
    void tenThousandCategoriesAreModelled(String model) throws IOException {
        TextTable twin = twin(model, 25_000, row -> "level " + row % 10_000, row -> Integer.toString(row % 977));
        assertThat(twin.columns().getFirst().dictionary())
                .hasSizeGreaterThan(5_000)
                .allMatch(v -> v.startsWith("level "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latent_mixture", "gaussian_copula"})
    void infinitiesAreKeptApartFromNumbers(String model) throws IOException {
        TextTable twin =
                twin(model, 300, row -> row % 150 == 0 ? "Infinity" : Double.toString(row + 0.5), row -> "x" + row % 3);
        assertThat(twin.columns().getFirst().dictionary())
                .hasSizeGreaterThan(100)
                .allMatch(v -> v.equals("Infinity") || Math.abs(Double.parseDouble(v) - 150) <= 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latent_mixture", "gaussian_copula"})
    void textThatIsAllDifferentBecomesAKeyOfTheSameShape(String model) throws IOException {
        IntFunction<@Nullable String> key = row -> "K" + (char) ('A' + row % 26) + (100 + row);
        TextTable twin = twin(model, 500, key, row -> "x" + row % 3);
        List<String> keys = twin.columns().getFirst().dictionary();
        assertThat(keys).hasSize(500).allMatch(v -> v.matches("K[A-Z]\\d{3}"));
        for (int row = 0; row < 500; row++) {
            assertThat(keys).doesNotContain(key.apply(row));
        }
    }

    @Test
    void aKeyWhosePatternIsExhaustedIsRefused() {
        TextTable table = new TextTable("t", List.of(RandomTables.column("id", 50, row -> "X" + (10 + row))));
        TableSchema schema = new TableSchema(
                "t",
                List.of(ColumnSchema.of("id", ColumnType.TEXT)
                        .withOccurrence(false, true)
                        .withTreatment(Strategy.KEY, SensitivityType.ID, true)));
        assertThatThrownBy(() -> Generation.fit(
                        table, schema, GenerationOptions.defaults().withRows(51)))
                .isInstanceOfSatisfying(
                        VerisimException.class,
                        e -> assertThat(e.detail().code()).isEqualTo("PATTERN_EXHAUSTED"));
        assertThat(Generation.fit(table, schema, GenerationOptions.defaults().withRows(50))
                        .rows())
                .isEqualTo(50);
    }

    @Test
    void numericKeysGoOnBeyondTheSource() throws IOException {
        TextTable table = new TextTable(
                "t",
                List.of(
                        RandomTables.column("id", 60, row -> Integer.toString(1000 + row)),
                        RandomTables.column("v", 60, row -> "v" + row % 2)));
        FittedGeneration twin = fit(table, GenerationOptions.defaults().withRows(100));
        List<String> ids =
                Twins.blocks(twin, 1, 1).getFirst().columns().getFirst().dictionary();
        assertThat(new HashSet<>(ids)).hasSize(100);
        assertThat(ids).first().isEqualTo("1060");
    }

    @Test
    void anIdThatRepeatsIsACategory() throws IOException {
        TextTable table = new TextTable("t", List.of(RandomTables.column("branch", 200, row -> "B0" + row % 4)));
        TableSchema schema = new TableSchema(
                "t",
                List.of(ColumnSchema.of("branch", ColumnType.TEXT)
                        .withTreatment(Strategy.KEY, SensitivityType.ID, true)));
        FittedGeneration twin = Generation.fit(table, schema, GenerationOptions.defaults());
        assertThat(twin.outputSchema().columns().getFirst().strategy()).isEqualTo(Strategy.MODEL);
        assertThat(Twins.blocks(twin, 1, 1).getFirst().columns().getFirst().dictionary())
                .containsExactlyInAnyOrder("B00", "B01", "B02", "B03");
    }

    @Test
    void anUnknownModelOrParameterIsRefusedWithWhatThereIs() {
        TextTable table = new TextTable("t", List.of(RandomTables.column("v", 60, row -> "v" + row % 2)));
        assertThatThrownBy(() -> fit(table, GenerationOptions.defaults().withModel("magic", java.util.Map.of())))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("'magic'");
        assertThatThrownBy(() -> fit(
                        table, GenerationOptions.defaults().withModel("latent_mixture", java.util.Map.of("depth", 3))))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("depth");
    }

    private static TextTable twin(
            String model, int rows, IntFunction<@Nullable String> first, IntFunction<@Nullable String> second)
            throws IOException {
        TextTable table = new TextTable(
                "t", List.of(RandomTables.column("first", rows, first), RandomTables.column("second", rows, second)));
        GenerationOptions options = GenerationOptions.defaults()
                .withModel(model, java.util.Map.of())
                .withRows(Math.min(rows, FittedGeneration.BLOCK_ROWS));
        return Twins.blocks(fit(table, options), 1, 1).getFirst();
    }

    private static FittedGeneration fit(TextTable table, GenerationOptions options) {
        return Generation.fit(table, TypeInference.infer(table), options);
    }
}
