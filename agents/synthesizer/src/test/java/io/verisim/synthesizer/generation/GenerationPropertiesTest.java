package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Properties 2 (no leakage), 7 (exact count) and 8 (determinism). */
class GenerationPropertiesTest {

    private static final int LEAST_ROWS = 40;

    @Property
    void aTwinHasExactlyTheRowsAskedFor(RandomGenerator random, int size) throws IOException {
        FittedGeneration twin = fit(random, size, 1 + random.nextInt(300) + (size == 100 ? 20_000 : 0));
        List<TextTable> blocks = Twins.blocks(twin, 1 + random.nextInt(3), 1);
        assertThat(blocks.stream().mapToLong(TextTable::rows).sum()).isEqualTo(twin.rows());
    }

    @Property
    void threadsChunksAndTravelChangeNoByte(RandomGenerator random, int size) throws IOException {
        FittedGeneration twin = fit(random, size, size % 50 == 0 ? 17_000 : 100);
        byte[] one = Twins.bytes(twin, 1, 1);
        assertThat(Twins.bytes(twin, 2, 2)).isEqualTo(one);
        assertThat(Twins.bytes(Twins.travelled(twin), 5, 2)).isEqualTo(one);
    }

    @Property
    void noRareIdentifyingValueAndNoRareRecordIsInTheTwin(RandomGenerator random, int size) throws IOException {
        TextTable source = RandomTables.people(random, LEAST_ROWS + size * 3);
        TableSchema schema = RandomTables.treated(source);
        FittedGeneration twin = Generation.fit(
                source, schema, GenerationOptions.defaults().withRows(200).withSeed(random.nextLong()));
        for (TextTable block : Twins.blocks(twin, 1, 1)) {
            for (ColumnSchema column : schema.columns()) {
                if (column.sensitivityType().identifying()) {
                    assertNoRareValue(source.column(column.name()).orElseThrow(), block);
                }
            }
            assertNoRareRecord(source, block, List.of("city", "amount", "age", "since"));
            assertNoFullNameInNotes(source, block);
        }
    }

    private static FittedGeneration fit(RandomGenerator random, int size, long rows) {
        TextTable source = RandomTables.people(random, LEAST_ROWS + size);
        GenerationOptions options = GenerationOptions.defaults()
                .withRows(rows)
                .withModel(GenerationOptions.DEFAULT_MODEL, Map.of("classes", 4, "rounds", 3))
                .withSeed(random.nextLong())
                .withThreads(1 + random.nextInt(2));
        return Generation.fit(source, RandomTables.treated(source), options);
    }

    private static void assertNoRareValue(TextColumn source, TextTable block) {
        Set<String> rare = new HashSet<>();
        int[] counts = source.counts();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] < ValueGuard.COMMON) {
                rare.add(source.dictionary().get(code));
            }
        }
        assertThat(block.column(source.name()).orElseThrow().dictionary())
                .as(source.name())
                .noneMatch(rare::contains);
    }

    private static void assertNoRareRecord(TextTable source, TextTable block, List<String> columns) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int row = 0; row < source.rows(); row++) {
            counts.merge(record(source, columns, row), 1, Integer::sum);
        }
        for (int row = 0; row < block.rows(); row++) {
            assertThat(counts.getOrDefault(record(block, columns, row), ValueGuard.COMMON))
                    .isGreaterThanOrEqualTo(ValueGuard.COMMON);
        }
    }

    private static List<String> record(TextTable table, List<String> columns, int row) {
        return columns.stream()
                .map(name -> Objects.requireNonNullElse(
                        table.column(name).orElseThrow().value(row), ""))
                .toList();
    }

    private static void assertNoFullNameInNotes(TextTable source, TextTable block) {
        TextColumn given = source.column("first_name").orElseThrow();
        TextColumn family = source.column("last_name").orElseThrow();
        List<String> notes = block.column("note").orElseThrow().dictionary();
        for (int row = 0; row < source.rows(); row++) {
            String name = given.value(row) + " " + family.value(row);
            assertThat(notes).noneMatch(note -> note.contains(name));
        }
        assertThat(SensitivityType.FREE_TEXT.identifying()).isTrue();
    }
}
