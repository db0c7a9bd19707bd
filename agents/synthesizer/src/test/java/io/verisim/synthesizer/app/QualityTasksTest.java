package io.verisim.synthesizer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.model.TrainingCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class QualityTasksTest {

    @TempDir
    private Path folder;

    private InMemoryTaskContext artifacts;

    @BeforeEach
    void prepare() {
        artifacts = new InMemoryTaskContext(folder);
    }

    @Test
    void evaluateMeasuresAllChunksAndWritesTheManifest() throws Exception {
        Task task = task("evaluate", source(200, 1), List.of(chunk(120, 2), chunk(80, 3)));
        TaskResult result = new EvaluateHandler(1, "verisim 1.0", "offline").handle(task, context());

        JsonNode quality = artifacts.read(
                result.outputs().getOrDefault("quality", List.of()).getFirst(), JsonNode.class);
        assertThat(quality.path("overallAllPairs").asDouble()).isBetween(0.7, 1.0);
        assertThat(quality.path("treeDetectorAuc").isNull()).isTrue();
        assertThat(quality.path("columnsUsed").toString()).isEqualTo("[\"age\",\"plan\"]");
        DatasetManifest manifest = artifacts.read(
                result.outputs().getOrDefault("manifest", List.of()).getFirst(), DatasetManifest.class);
        assertThat(manifest.rows()).isEqualTo(200);
        assertThat(manifest.sourceRows()).isEqualTo(200);
        assertThat(manifest.seed()).isEqualTo(42);
        assertThat(manifest.model()).isEqualTo("gaussian_copula");
        assertThat(manifest.parameters()).containsEntry("bins", 8);
        assertThat(manifest.sourceSha256()).isEqualTo(task.input("source").sha256());
        assertThat(manifest.chunks()).hasSize(2);
        assertThat(result.facts().toString()).contains("rows=200").contains("model=gaussian_copula");
        assertThat(result.outputs().get("quality_page")).hasSize(1);
        assertThat(result.outputs().get("privacy")).hasSize(1);
        assertThat(quality.at("/privacy/gate/passed").asBoolean()).isTrue();
        assertThat(manifest.quality()).containsKey("privacy");
        assertThat(artifacts.sentences())
                .anyMatch(s -> s.contains("Measuring 2 columns of 200 synthetic against 200 real rows"));
    }

    @Test
    void howTheModelWasTrainedIsInManifestAndPage() throws Exception {
        TrainingCurve curve =
                new TrainingCurve(List.of(new TrainingCurve.Epoch(1, 0.5, -0.25, 1.5, 0.875)), 1, 20, false);
        Task plain = task("evaluate", source(200, 1), List.of(chunk(200, 2)));
        Map<String, List<ArtifactRef>> inputs = new java.util.HashMap<>(plain.inputs());
        inputs.put("training", List.of(artifacts.store("training.json", curve)));
        Task task = new Task(
                plain.workflow(), plain.id(), plain.attempt(), plain.type(), plain.stage(), plain.parameters(), inputs);
        TaskResult result = new EvaluateHandler(1, "verisim 1.0", "offline").handle(task, context());

        DatasetManifest manifest = artifacts.read(
                result.outputs().getOrDefault("manifest", List.of()).getFirst(), DatasetManifest.class);
        assertThat(manifest.training()).containsEntry("kept", 1).containsEntry("heldOutRows", 20);
        assertThat(String.valueOf(manifest.training())).contains("heldOut=0.875");
        Path page = artifacts.fetch(
                result.outputs().getOrDefault("quality_page", List.of()).getFirst());
        assertThat(page).content().contains("<h2>Training</h2>", "Loss of the critic", "<polyline");
    }

    @Test
    void whatIsMeasuredFollowsFromHowTheChunksWereReallyMade() throws Exception {
        ArtifactRef source = source(200, 1);
        TableSchema written = new TableSchema(
                "customers",
                List.of(
                        ColumnSchema.of("name", ColumnType.TEXT)
                                .withTreatment(Strategy.PERSON, SensitivityType.NAME, true),
                        ColumnSchema.of("age", ColumnType.INTEGER)
                                .withTreatment(Strategy.KEY, SensitivityType.AGE, false),
                        ColumnSchema.of("plan", ColumnType.TEXT)));
        ArtifactRef chunk = chunk(200, 2).withTable(200, written);
        TaskResult result = new EvaluateHandler(1, "verisim 1.0", "offline")
                .handle(task("evaluate", source, List.of(chunk)), context());
        JsonNode quality = artifacts.read(
                result.outputs().getOrDefault("quality", List.of()).getFirst(), JsonNode.class);
        assertThat(quality.path("columnsUsed").toString()).isEqualTo("[\"plan\"]");
        assertThat(quality.path("columnsLeftOut").toString()).isEqualTo("[\"name\",\"age\"]");
    }

    @Test
    void detectTellsTheDetectorsArea() throws Exception {
        TaskResult result =
                new DetectHandler(1).handle(task("detect", source(300, 1), List.of(chunk(300, 2))), context());

        JsonNode detector = artifacts.read(
                result.outputs().getOrDefault("detector", List.of()).getFirst(), JsonNode.class);
        assertThat(detector.path("treeDetectorAuc").asDouble()).isBetween(0.3, 0.7);
        assertThat(result.facts().toString()).contains("treeDetectorAuc=");
    }

    @Test
    void theGateLetsAnHonestTwinPass() throws Exception {
        TaskResult result = gate(source(300, 1), chunk(300, 2), Map.of());

        assertThat(result.outputs()).isEmpty();
        assertThat(artifacts.sentences()).contains("The twin keeps the privacy limits");
    }

    @Test
    void theGateHoldsBackACopyOfTheSourceAndNamesMeasureLimitAndRemedy() throws Exception {
        ArtifactRef source = measurements("source.csv", 4);

        assertThatThrownBy(() -> gate(source, source, Map.of()))
                .isInstanceOfSatisfying(VerisimException.class, stopped -> {
                    assertThat(stopped.detail().category()).isEqualTo(ErrorCategory.DATA);
                    assertThat(stopped.detail().code()).isEqualTo("GATE_PRIVACY");
                    assertThat(stopped.detail().message())
                            .contains("'rareCopies'")
                            .contains("limit 0.020");
                    assertThat(stopped.detail().remedy()).contains("synthesis.privacy.limits.");
                    assertThat(stopped.detail().context()).containsKeys("rareCopies", "copiedRows");
                });
    }

    @Test
    void theConfigurationMovesTheLimitsOrOpensTheGate() throws Exception {
        ArtifactRef source = measurements("source.csv", 4);

        assertThat(gate(source, source, Map.of("gate", false)).outputs()).isEmpty();
        assertThat(artifacts.sentences()).anyMatch(s -> s.contains("lets it pass") && s.contains("rareCopies"));
        Map<String, Object> wide =
                Map.of("rareCopies", 1, "nearCopies", 1, "copiedRows", 1, "attributeDisclosure", 1, "uniqueRecords", 1);
        assertThat(gate(source, source, Map.of("limits", wide)).outputs()).isEmpty();
        assertThat(artifacts.sentences()).contains("The twin keeps the privacy limits");
    }

    @Test
    void aLimitOfNoMeasureIsRefusedBeforeAnythingIsMade() {
        assertThatThrownBy(() -> SynthesisParameters.read(Map.of("privacy", Map.of("limits", Map.of("copies", 0.1)))))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("synthesis.privacy.limits.copies");
        assertThatThrownBy(() -> SynthesisParameters.read(Map.of("privacy", Map.of("limits", Map.of("rareCopies", 2)))))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("synthesis.privacy.limits.rareCopies");
    }

    private TaskResult gate(ArtifactRef source, ArtifactRef chunk, Map<String, Object> privacy) throws IOException {
        Task evaluate = task("evaluate", source, List.of(chunk), Map.of("privacy", privacy));
        ArtifactRef report = new EvaluateHandler(1, "verisim 1.0", "offline")
                .handle(evaluate, context())
                .outputs()
                .getOrDefault("privacy", List.of())
                .getFirst();
        Task gate = new Task(
                evaluate.workflow(),
                evaluate.id(),
                1,
                "gate",
                "synthesize",
                evaluate.parameters(),
                Map.of("privacy", List.of(report)));
        return new GateHandler().handle(gate, context());
    }

    /** Rows whose ages tell nearly all of them apart. */
    private ArtifactRef measurements(String name, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("name,age,plan\n");
        for (int i = 0; i < 300; i++) {
            csv.append("Person ").append(i).append(',');
            csv.append(random.nextInt(1_000_000)).append(",plus\n");
        }
        return artifacts.store(name, "text/csv", Files.writeString(folder.resolve("written-" + name), csv));
    }

    @Test
    void withoutChunksTheTaskIsRefused() {
        assertThatThrownBy(() -> new DetectHandler(1).handle(task("detect", source(10, 1), List.of()), context()))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("'chunk'");
    }

    private Task task(String type, ArtifactRef source, List<ArtifactRef> chunks) throws IOException {
        return task(
                type, source, chunks, Map.of("model", "gaussian_copula", "seed", 42, "parameters", Map.of("bins", 8)));
    }

    private Task task(String type, ArtifactRef source, List<ArtifactRef> chunks, Map<String, Object> parameters)
            throws IOException {
        List<ColumnSensitivity> verdicts = List.of(
                verdict("name", ColumnType.TEXT, Strategy.PERSON, SensitivityType.NAME),
                verdict("age", ColumnType.INTEGER, Strategy.MODEL, SensitivityType.AGE),
                verdict("plan", ColumnType.TEXT, Strategy.MODEL, SensitivityType.NONE));
        ArtifactRef sensitivity = artifacts.store(
                "sensitivity.json", new SensitivityReport(List.of(new TableSensitivity("customers", 200, verdicts))));
        return new Task(
                new WorkflowId(new UUID(0, 1)),
                new TaskId(new UUID(0, 2)),
                1,
                type,
                "synthesize",
                parameters,
                Map.of("source", List.of(source), "sensitivity", List.of(sensitivity), "chunk", chunks));
    }

    private static ColumnSensitivity verdict(String name, ColumnType type, Strategy strategy, SensitivityType what) {
        boolean sensitive = strategy == Strategy.PERSON;
        return new ColumnSensitivity(
                name, type, sensitive, what, sensitive ? 0.9 : 0.1, "because", strategy, List.of());
    }

    private ArtifactRef source(int rows, long seed) throws IOException {
        return rows("customers.csv", rows, seed);
    }

    private ArtifactRef chunk(int rows, long seed) throws IOException {
        return rows("chunk-" + seed + ".csv", rows, seed);
    }

    private ArtifactRef rows(String name, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("name,age,plan\n");
        for (int i = 0; i < rows; i++) {
            csv.append("Person ").append(random.nextInt(1_000_000)).append(',');
            csv.append(18 + random.nextInt(60)).append(',');
            csv.append(List.of("basic", "plus", "pro").get(random.nextInt(3))).append('\n');
        }
        Path file = Files.writeString(folder.resolve("written-" + name), csv);
        return artifacts.store(name, "text/csv", file);
    }

    private TaskContext context() {
        return artifacts;
    }
}
