package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.model.FitProgress;
import io.verisim.synthesizer.model.PrivacyStatement;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With a private model nothing but noisy counts gets from the source into what is written. */
class PrivateGenerationTest {

    private static final List<String> COUNTED = List.of("city", "amount", "age", "since");
    private static final long SECRET = 0x5eed_5eed_1234_5678L;

    @Property(tries = 100)
    void theOrderOfRowsChangesNoByte(RandomGenerator random, int size) throws IOException {
        TextTable source = RandomTables.people(random, 200 + size * 3);
        TableSchema schema = RandomTables.treated(source);
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < source.rows(); row++) {
            order.add(row);
        }
        Collections.shuffle(order, new Random(random.nextLong()));
        TextTable shuffled = map(source, (column, row) -> column.value(order.get(row)));
        assertThat(bytes(fit(shuffled, schema, 5))).isEqualTo(bytes(fit(source, schema, 5)));
    }

    @Property(tries = 100)
    void valuesThatAreMadeUpLeaveNoTraceOfTheSource(RandomGenerator random, int size) throws IOException {
        TextTable source = RandomTables.people(random, 200 + size * 3);
        TableSchema schema = RandomTables.treated(source);
        TextTable other = map(
                source,
                (column, row) -> COUNTED.contains(column.name()) || column.isMissing(row)
                        ? column.value(row)
                        : "other " + random.nextInt(1_000));
        assertThat(bytes(fit(other, schema, 5))).isEqualTo(bytes(fit(source, schema, 5)));
    }

    @Property(tries = 100)
    void whatFewRowsHaveIsNotTold(RandomGenerator random, int size) throws IOException {
        int rows = 600 + size * 5;
        TextTable source = new TextTable(
                "t",
                List.of(
                        RandomTables.column("kind", rows, row -> row < 9 ? "secret" + row % 2 : "k" + row % 3),
                        RandomTables.column("n", rows, row -> row < 9 ? "77777" + row : "" + random.nextInt(50))));
        TableSchema schema = new TableSchema(
                "t", List.of(ColumnSchema.of("kind", ColumnType.TEXT), ColumnSchema.of("n", ColumnType.INTEGER)));
        byte[] model = bytes(fit(source, schema, 1));
        assertThat(new String(model, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        TextTable twin = Twins.blocks(fit(source, schema, 1), 1, 1).getFirst();
        assertThat(twin.columns().getFirst().dictionary()).doesNotContain("secret0", "secret1");
        assertThat(twin.columns().get(1).dictionary()).noneMatch(n -> Long.parseLong(n) > 7_000_000);
    }

    @Test
    void theSeedOfTheNoiseIsNotInTheModel() throws IOException {
        TextTable source = RandomTables.people(new Random(1), 500);
        byte[] model = bytes(fit(source, RandomTables.treated(source), 5));
        String text = new String(model, StandardCharsets.ISO_8859_1);
        byte[] seed = ByteBuffer.allocate(8).putLong(SECRET).array();
        assertThat(text)
                .doesNotContain(new String(seed, StandardCharsets.ISO_8859_1))
                .doesNotContain("" + SECRET);
    }

    @Test
    void theNumberOfRowsIsToldWithNoise() {
        TextTable source = RandomTables.people(new Random(1), 2_000);
        Map<Long, Integer> rows = new HashMap<>();
        for (int seed = 1; seed <= 20; seed++) {
            GenerationOptions options = options(1).withSeed(seed);
            rows.merge(
                    Generation.fit(source, RandomTables.treated(source), options)
                            .rows(),
                    1,
                    Integer::sum);
        }
        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(rows.keySet()).allMatch(n -> Math.abs(n - 2_000) < 400);
        GenerationOptions asked = options(1).withRows(123);
        assertThat(Generation.fit(source, RandomTables.treated(source), asked).rows())
                .isEqualTo(123);
    }

    @Test
    void theStatementTravelsWithTheModel() throws IOException {
        TextTable source = RandomTables.people(new Random(1), 500);
        FittedGeneration twin = fit(source, RandomTables.treated(source), 2);
        PrivacyStatement statement = twin.privacy().orElseThrow();
        assertThat(statement.epsilon()).isEqualTo(2);
        assertThat(statement.delta()).isEqualTo(1e-6);
        assertThat(statement.ledger()).isNotEmpty();
        assertThat(Twins.travelled(twin).privacy()).contains(statement);
    }

    @Test
    void aPatternOfItsOwnIsRefused() {
        TextTable source = new TextTable("t", List.of(RandomTables.column("code", 100, row -> "A-" + row)));
        TableSchema schema = new TableSchema(
                "t",
                List.of(ColumnSchema.of("code", ColumnType.TEXT)
                        .withTreatment(Strategy.PATTERN, SensitivityType.PASSWORD, true)));
        assertThatThrownBy(() -> fit(source, schema, 1))
                .isInstanceOfSatisfying(
                        VerisimException.class,
                        e -> assertThat(e.detail().code()).isEqualTo("PRIVATE_PATTERN"));
    }

    @Test
    void constraintsAreRefusedAsTheyWouldTellOfTheSource() {
        TextTable source = RandomTables.people(new Random(1), 500);
        ConstraintSet constraints = ConstraintSet.of(List.of(new Constraint.Range("age", 30, null, false, false)));
        assertThatThrownBy(() ->
                        Generation.fit(source, RandomTables.treated(source), options(1), constraints, FitProgress.NONE))
                .isInstanceOfSatisfying(VerisimException.class, e -> {
                    assertThat(e.detail().code()).isEqualTo("CONSTRAINT_UNSUPPORTED");
                    assertThat(e.detail().remedy()).contains("where");
                });
    }

    @Test
    void aConditionHoldsInEveryRecordAndChangesNothingThatWasLearned() throws IOException {
        TextTable source = RandomTables.people(new Random(1), 2_000);
        FittedGeneration twin =
                Generation.fit(source, RandomTables.treated(source), options(5).withRows(300));
        FittedGeneration old = Twins.travelled(twin.where("age >= 40"));
        TextTable made = Twins.blocks(old, 1, 1).getFirst();
        assertThat(made.rows()).isEqualTo(300);
        assertThat(made.column("age").orElseThrow().dictionary()).allMatch(age -> Integer.parseInt(age) >= 40);
        assertThat(old.privacy()).isEqualTo(twin.privacy());
    }

    private interface Cell {
        @Nullable
        String of(TextColumn column, int row);
    }

    private static TextTable map(TextTable table, Cell cell) {
        return new TextTable(
                table.name(),
                table.columns().stream()
                        .map(column -> RandomTables.column(column.name(), table.rows(), row -> cell.of(column, row)))
                        .toList());
    }

    private static FittedGeneration fit(TextTable source, TableSchema schema, double epsilon) {
        return Generation.fit(source, schema, options(epsilon).withSeed(SECRET));
    }

    private static GenerationOptions options(double epsilon) {
        return GenerationOptions.defaults().withModel("private_marginals", Map.of("epsilon", epsilon));
    }

    private static byte[] bytes(FittedGeneration twin) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        twin.write(out);
        return out.toByteArray();
    }
}
