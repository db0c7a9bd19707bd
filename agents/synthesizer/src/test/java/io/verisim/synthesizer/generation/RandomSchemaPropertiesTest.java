package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.generation.RandomSchemas.Sample;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.quality.data.Tables;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Properties 1 (likeness), 2 (no leakage), 7 (exact count) and 8 (determinism), over random schemas and by every model. */
class RandomSchemaPropertiesTest {

    private static final List<String> GUARDED = List.of("latent_mixture", "gaussian_copula");
    private static final List<String> ALL = List.of("latent_mixture", "gaussian_copula", "private_marginals");
    private static final double TOLERANCE = 0.02;
    private static final int ROWS = 600;

    /** So much that the noise is small beside so few rows; the smoothing is what is tested. */
    private static final double LOUD = 100;

    @Property
    void theRecommendedModelKeepsColumnsAndPairs(RandomGenerator random) throws IOException {
        Sample sample = RandomSchemas.statistical(random, ROWS);
        Likeness likeness = new Likeness(sample.source(), twin(sample, "latent_mixture", random), measured(sample));
        assertThat(likeness.tooFar(TOLERANCE, true)).isEmpty();
    }

    @Property
    void everyModelKeepsColumns(RandomGenerator random, int size) throws IOException {
        Sample sample = RandomSchemas.statistical(random, ROWS);
        String model = ALL.get(size % ALL.size());
        Likeness likeness = new Likeness(sample.source(), twin(sample, model, random), measured(sample));
        assertThat(likeness.tooFar(TOLERANCE, false)).as(model).isEmpty();
    }

    @Property
    void aShuffledColumnIsFoundOut(RandomGenerator random) {
        List<@Nullable String> kinds = new ArrayList<>();
        List<@Nullable String> amounts = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int kind = random.nextInt(2 + random.nextInt(4));
            kinds.add("Größe " + kind);
            amounts.add(Integer.toString(100 * kind + random.nextInt(120)));
        }
        TextTable real = table(kinds, amounts);
        Collections.shuffle(amounts, new Random(random.nextLong()));
        Likeness likeness =
                new Likeness(real, table(kinds, amounts), schema(real).columns());
        assertThat(likeness.tooFar(TOLERANCE, true)).singleElement().asString().startsWith("kind with amount");
    }

    @Property
    void noRareIdentifyingValueAndNoRareRecord(RandomGenerator random, int size) throws IOException {
        Sample sample = RandomSchemas.withPeople(random, 60 + size * 3);
        for (String model : GUARDED) {
            TextTable twin = twin(sample, model, random);
            for (ColumnSchema column : sample.schema().columns()) {
                if (column.sensitivityType().identifying()) {
                    Set<String> rare =
                            rare(sample.source().column(column.name()).orElseThrow());
                    assertThat(twin.column(column.name()).orElseThrow().dictionary())
                            .as(model + " " + column.name())
                            .noneMatch(rare::contains);
                }
            }
            List<String> modelled = sample.modelled();
            Set<List<String>> records = rareRecords(sample.source(), modelled);
            for (int row = 0; row < twin.rows(); row++) {
                assertThat(records).as(model).doesNotContain(record(twin, modelled, row));
            }
        }
    }

    @Property
    void exactlyTheRowsAskedForAndTheSameBytesForAnyThreadsAndChunks(RandomGenerator random, int size)
            throws IOException {
        Sample sample = RandomSchemas.withPeople(random, 150 + size);
        for (String model : ALL) {
            long rows = 1 + random.nextInt(100) + (size == 99 ? 8_192 : 0);
            GenerationOptions options = options(model, random).withRows(rows);
            FittedGeneration twin = Generation.fit(sample.source(), sample.schema(), options.withThreads(2));
            byte[] one = Twins.bytes(twin, 1, 1);
            assertThat(Twins.blocks(twin, 2, 1).stream()
                            .mapToLong(TextTable::rows)
                            .sum())
                    .isEqualTo(rows);
            FittedGeneration again = Generation.fit(sample.source(), sample.schema(), options);
            assertThat(Twins.bytes(Twins.travelled(again), 3, 2)).as(model).isEqualTo(one);
        }
    }

    private static TextTable twin(Sample sample, String model, RandomGenerator random) throws IOException {
        FittedGeneration twin = Generation.fit(
                sample.source(),
                sample.schema(),
                options(model, random).withRows(sample.source().rows()));
        return Tables.concat("random", Twins.blocks(twin, 1, 1));
    }

    private static GenerationOptions options(String model, RandomGenerator random) {
        return GenerationOptions.defaults()
                .withModel(model, model.equals("private_marginals") ? Map.of("epsilon", LOUD) : Map.of())
                .withSeed(random.nextLong());
    }

    private static List<ColumnSchema> measured(Sample sample) {
        return sample.schema().columns();
    }

    private static TextTable table(List<@Nullable String> kinds, List<@Nullable String> amounts) {
        return new TextTable("t", List.of(TextColumn.of("amount", amounts), TextColumn.of("kind", kinds)));
    }

    private static TableSchema schema(TextTable table) {
        TableSchema inferred = io.verisim.tabular.TypeInference.infer(table);
        return new TableSchema("t", inferred.columns().reversed());
    }

    private static Set<String> rare(TextColumn column) {
        Set<String> rare = new HashSet<>();
        int[] counts = column.counts();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] < ValueGuard.COMMON) {
                rare.add(column.dictionary().get(code));
            }
        }
        return rare;
    }

    private static Set<List<String>> rareRecords(TextTable table, List<String> columns) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            counts.merge(record(table, columns, row), 1, Integer::sum);
        }
        counts.values().removeIf(count -> count >= ValueGuard.COMMON);
        return counts.keySet();
    }

    private static List<String> record(TextTable table, List<String> columns, int row) {
        return columns.stream()
                .map(column -> String.valueOf(table.column(column).orElseThrow().value(row)))
                .toList();
    }
}
