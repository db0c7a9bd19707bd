package io.verisim.processor.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.agent.Task;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.processor.profile.DatasetProfile;
import io.verisim.processor.profile.SensitivityFigures;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** P4, properties 17 and 22: whatever the source and its format, what was found and chosen is told in full. */
class SensitivityLogPropertyTest {

    private static final ProfileHandler HANDLER =
            new ProfileHandler(Classification.standard(), new DataProcessorProperties(DataSize.ofMegabytes(100)));
    private static final List<String> NAMES =
            List.of("email", "first name", "amount", "city", "id", "status", "iban", "c1", "phone", "notes", "age");
    private static final List<String> FORMATS = List.of("csv", "jsonl", "json", "parquet");

    @TempDir
    private Path folder;

    @Property(tries = 100, maxSize = 40)
    void confidencesStrategiesAndTypesOfAllFieldsAreReported(RandomGenerator random, int size) throws IOException {
        TextTable table = table(random, 1 + size);
        String format = FORMATS.get(random.nextInt(FORMATS.size()));
        InMemoryTaskContext context = new InMemoryTaskContext(folder);
        ArtifactRef source = context.store("source." + format, "application/octet-stream", written(table, format));
        TaskResult result = HANDLER.handle(task(source), context);

        SensitivityReport report = read(context, result, "sensitivity", SensitivityReport.class);
        List<ColumnSensitivity> columns = report.tables().getFirst().columns();
        assertThat(columns).extracting(ColumnSensitivity::name).containsExactlyElementsOf(names(table));
        SensitivityFigures figures =
                read(context, result, "profile", DatasetProfile.class).sensitivity();
        long sensitive =
                columns.stream().filter(column -> column.confidence() > 0.7).count();
        assertThat(figures.fields()).isEqualTo(columns.size());
        assertThat(figures.sensitive()).isEqualTo(sensitive);
        assertThat(sum(figures.confidences())).isEqualTo(columns.size());
        assertThat(sum(figures.strategies().values())).isEqualTo(columns.size());
        assertThat(sum(figures.types().values())).isEqualTo(sensitive);
        assertThat(result.facts())
                .isEqualTo(Map.of(
                        "sensitivity",
                        Map.of(
                                "fields",
                                (long) columns.size(),
                                "sensitive",
                                sensitive,
                                "log",
                                columns.stream()
                                        .filter(ColumnSensitivity::sensitive)
                                        .map(SensitivityLogPropertyTest::logged)
                                        .toList())));
        assertThat(columns).allSatisfy(column -> {
            assertThat(column.reasoning()).isNotBlank();
            assertThat(result.metrics()).containsKey("strategy." + column.strategy());
        });
    }

    private static Map<String, Object> logged(ColumnSensitivity column) {
        return Map.of(
                "table", "source",
                "field", column.name(),
                "type", column.sensitivityType(),
                "confidence", column.confidence(),
                "method", column.strategy());
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static TextTable table(RandomGenerator random, int rows) {
        List<TextColumn> columns = new ArrayList<>();
        for (int i = random.nextInt(NAMES.size()); i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            List<@Nullable String> values = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                values.add(random.nextInt(8) == 0 && row > 0 ? null : value(name, random));
            }
            columns.add(TextColumn.of(name, values));
        }
        return new TextTable("source", columns);
    }

    private static String value(String name, RandomGenerator random) {
        return switch (name) {
            case "email" -> "u" + random.nextInt(1000) + "@example.org";
            case "amount", "age", "id" -> Integer.toString(random.nextInt(1000));
            case "phone" -> "+49 30 " + random.nextInt(1_000_000, 9_999_999);
            default -> List.of("alpha", "beta", "Ann", "Ulm", "x y z").get(random.nextInt(5));
        };
    }

    private static List<String> names(TextTable table) {
        return table.columns().stream().map(TextColumn::name).toList();
    }

    private Path written(TextTable table, String format) throws IOException {
        TableSchema schema = new TableSchema(
                table.name(),
                names(table).stream()
                        .map(name -> ColumnSchema.of(name, ColumnType.TEXT))
                        .toList());
        Path file = folder.resolve("source." + format);
        try (TableWriter writer = TableFiles.writer(file, schema, true)) {
            writer.write(table);
            writer.finish();
        }
        return file;
    }

    private static <T> T read(InMemoryTaskContext context, TaskResult result, String role, Class<T> type) {
        return context.read(result.outputs().getOrDefault(role, List.of()).getFirst(), type);
    }

    private static Task task(ArtifactRef source) {
        return new Task(
                new WorkflowId(UUID.randomUUID()),
                new TaskId(UUID.randomUUID()),
                1,
                ProfileHandler.TASK_TYPE,
                "profile",
                Map.of(),
                Map.of("source", List.of(source)));
    }
}
