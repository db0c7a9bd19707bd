package io.verisim.synthesizer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.agent.Task;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.FollowUp;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisTasksTest {

    private static final Map<String, Object> SYNTHESIS = Map.of("rows", 20_000, "seed", 7);

    @TempDir
    private Path folder;

    private InMemoryTaskContext context;

    @BeforeEach
    void prepare() {
        context = new InMemoryTaskContext(folder);
    }

    @Test
    void fitProposesChunksThatTogetherHaveExactlyTheRowsAskedFor() throws Exception {
        TaskResult fit = new FitHandler(1, 1).handle(task("fit", SYNTHESIS, inputs()), context);
        assertThat(fit.followUps())
                .extracting(FollowUp::key)
                .containsExactly("chunk-00000", "chunk-00001", "chunk-00002");

        long rows = 0;
        for (ArtifactRef chunk : sample(fit, 2)) {
            List<String> lines = Files.readAllLines(context.fetch(chunk));
            TableSchema schema = Objects.requireNonNull(chunk.schema());
            assertThat(lines.getFirst())
                    .isEqualTo("id,name,plan,age")
                    .isEqualTo(String.join(",", schema.columnNames()));
            assertThat(chunk.rows()).isEqualTo(lines.size() - 1);
            rows += lines.size() - 1;
        }
        assertThat(rows).isEqualTo(20_000);
    }

    @Test
    void constraintsAndTheConditionOfTheConfigurationHoldInEveryChunk() throws Exception {
        Map<String, Object> section = new HashMap<>(SYNTHESIS);
        section.put("constraints", List.of(Map.of("type", "range", "column", "age", "min", 30, "max", 76)));
        section.put("where", "plan != 'basic' or age = 40");
        TaskResult fit = new FitHandler(1, 1).handle(task("fit", section, inputs()), context);
        for (ArtifactRef chunk : sample(fit, 2)) {
            List<String> lines = Files.readAllLines(context.fetch(chunk));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                assertThat(Integer.parseInt(cells[3])).isBetween(30, 76);
                assertThat(cells[2] + cells[3]).doesNotMatch("basic(?!40).*");
            }
        }
    }

    @Test
    void wrongConstraintsAreToldBeforeAnythingIsLearned() {
        for (Object wrong : List.of(
                List.of(Map.of("type", "range", "column", "age")),
                List.of(Map.of("type", "range", "column", "height", "min", 1)),
                List.of(
                        Map.of("type", "range", "column", "age", "min", 5, "max", 9),
                        Map.of("type", "range", "column", "age", "min", 1, "max", 2)))) {
            Map<String, Object> section = new HashMap<>(SYNTHESIS);
            section.put("constraints", wrong);
            assertThatThrownBy(() -> new FitHandler(1, 1).handle(task("fit", section, inputs()), context))
                    .isInstanceOfSatisfying(
                            VerisimException.class,
                            e -> assertThat(e.detail().category())
                                    .isEqualTo(io.verisim.model.error.ErrorCategory.CONFIGURATION));
        }
    }

    @Test
    void aChunkMadeAgainIsTheSameObject() throws Exception {
        TaskResult fit = new FitHandler(2, 2).handle(task("fit", SYNTHESIS, inputs()), context);
        List<ArtifactRef> first = sample(fit, 1);
        assertThat(sample(fit, 2)).isEqualTo(first);
        TaskResult again = new FitHandler(1, 2).handle(task("fit", SYNTHESIS, inputs()), context);
        assertThat(again.outputs()).isEqualTo(fit.outputs());
    }

    @Test
    void lessMemoryChangesNoByte() throws Exception {
        TaskResult fit = new FitHandler(4, 2).handle(task("fit", SYNTHESIS, inputs()), context);
        Map<String, Object> less = new HashMap<>(SYNTHESIS);
        less.put(Task.RESOURCES, Map.of("batchDivisor", 4));
        TaskResult again = new FitHandler(4, 2).handle(task("fit", less, inputs()), context);
        assertThat(again.outputs()).isEqualTo(fit.outputs());
        FollowUp chunk = fit.followUps().getFirst();
        Map<String, Object> small = new HashMap<>(chunk.parameters());
        small.put(Task.RESOURCES, Map.of("batchDivisor", 8));
        Map<String, List<ArtifactRef>> model = Map.of("model", fit.outputs().getOrDefault("model", List.of()));
        assertThat(new SampleHandler(4)
                        .handle(task("sample", small, model), context.next())
                        .outputs())
                .isEqualTo(new SampleHandler(4)
                        .handle(task("sample", chunk.parameters(), model), context.next())
                        .outputs());
    }

    @Test
    void settingsThatMakeNoSenseAreConfigurationErrors() throws IOException {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("rows", -1),
                Map.of("rows", "many"),
                Map.of("model", "magic"),
                Map.of("parameters", Map.of("classes", 1_000)))) {
            Task task = task("fit", wrong, inputs());
            assertThatThrownBy(() -> new FitHandler(1, 1).handle(task, context))
                    .isInstanceOfSatisfying(
                            VerisimException.class,
                            e -> assertThat(e.detail().category().name()).isEqualTo("CONFIGURATION"));
        }
    }

    @Test
    void theParametersOfEveryModelAreAnnounced() {
        assertThat(new FitHandler(1, 1).taskType().parameterSchema().toString())
                .contains("latent_mixture", "gaussian_copula", "classes");
    }

    private List<ArtifactRef> sample(TaskResult fit, int threads) throws Exception {
        List<ArtifactRef> chunks = new ArrayList<>();
        for (FollowUp next : fit.followUps()) {
            InMemoryTaskContext fresh = context.next();
            Task task = task(
                    "sample", next.parameters(), Map.of("model", fit.outputs().getOrDefault("model", List.of())));
            chunks.addAll(
                    new SampleHandler(threads).handle(task, fresh).outputs().getOrDefault("chunk", List.of()));
        }
        return chunks;
    }

    private Map<String, List<ArtifactRef>> inputs() throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("id,name,plan,age\n");
        for (int i = 0; i < 300; i++) {
            csv.append("A-").append(10_000 + i).append(",Person ").append((char) ('A' + random.nextInt(26)));
            csv.append(i).append("y,").append(List.of("basic", "plus", "pro").get(random.nextInt(3)));
            csv.append(',').append(18 + random.nextInt(60)).append('\n');
        }
        Path file = Files.writeString(context.scratch().resolve("source.csv"), csv);
        List<ColumnSensitivity> verdicts = List.of(
                verdict("id", ColumnType.TEXT, Strategy.KEY, SensitivityType.ID),
                verdict("name", ColumnType.TEXT, Strategy.PERSON, SensitivityType.NAME),
                verdict("plan", ColumnType.TEXT, Strategy.MODEL, SensitivityType.NONE),
                verdict("age", ColumnType.INTEGER, Strategy.MODEL, SensitivityType.AGE));
        SensitivityReport report = new SensitivityReport(List.of(new TableSensitivity("customers", 300, verdicts)));
        Map<String, List<ArtifactRef>> inputs = new HashMap<>();
        inputs.put("source", List.of(context.store("customers.csv", "text/csv", file)));
        inputs.put("sensitivity", List.of(context.store("sensitivity.json", report)));
        return inputs;
    }

    private static ColumnSensitivity verdict(String name, ColumnType type, Strategy strategy, SensitivityType what) {
        boolean sensitive = strategy != Strategy.MODEL;
        return new ColumnSensitivity(
                name, type, sensitive, what, sensitive ? 0.9 : 0.1, "because", strategy, List.of());
    }

    private static Task task(String type, Map<String, Object> parameters, Map<String, List<ArtifactRef>> inputs) {
        return new Task(
                new WorkflowId(new UUID(0, 1)), new TaskId(new UUID(0, 2)), 1, type, "synthesize", parameters, inputs);
    }
}
