package io.verisim.synthesizer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.agent.Task;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.FollowUp;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow whose model is differentially private. */
class PrivateTasksTest {

    private static final Map<String, Object> SYNTHESIS = Map.of(
            "model", "private_marginals", "rows", 400, "parameters", Map.of("epsilon", 2.5, "delta", 1e-5), "seed", 77);

    @TempDir
    private Path folder;

    private InMemoryTaskContext context;

    @BeforeEach
    void prepare() {
        context = new InMemoryTaskContext(folder);
    }

    @Test
    void theManifestStatesEpsilonDeltaAndLedgerAndNotTheSeed() throws Exception {
        Map<String, List<ArtifactRef>> inputs = new HashMap<>(inputs());
        TaskResult fit = new FitHandler(1, 1).handle(task("fit", SYNTHESIS, inputs), context);
        inputs.put("model", fit.outputs().getOrDefault("model", List.of()));
        inputs.put("chunk", sample(fit));
        TaskResult result = new EvaluateHandler(1, "verisim 1.0", "offline")
                .handle(task("evaluate", SYNTHESIS, inputs), context.next());
        DatasetManifest manifest = context.artifacts()
                .read(result.outputs().getOrDefault("manifest", List.of()).getFirst(), DatasetManifest.class);
        assertThat(manifest.differentialPrivacy())
                .containsEntry("epsilon", 2.5)
                .containsEntry("delta", 1e-5)
                .containsKeys("rho", "neighbours", "covers")
                .extractingByKey("ledger")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSizeGreaterThan(4);
        assertThat(manifest.seed()).isZero();
        assertThat(result.facts().toString()).contains("epsilon=2.5");
    }

    @Test
    void withoutASeedTwoFitsHaveDifferentNoise() throws Exception {
        Map<String, Object> unseeded = new HashMap<>(SYNTHESIS);
        unseeded.remove("seed");
        FitHandler handler = new FitHandler(1, 1);
        TaskResult one = handler.handle(task("fit", unseeded, inputs()), context);
        TaskResult other = handler.handle(task("fit", unseeded, inputs()), context.next());
        assertThat(one.outputs()).isNotEqualTo(other.outputs());
        TaskResult seeded = handler.handle(task("fit", SYNTHESIS, inputs()), context.next());
        assertThat(handler.handle(task("fit", SYNTHESIS, inputs()), context.next())
                        .outputs())
                .isEqualTo(seeded.outputs());
    }

    private List<ArtifactRef> sample(TaskResult fit) throws Exception {
        List<ArtifactRef> chunks = new ArrayList<>();
        for (FollowUp next : fit.followUps()) {
            Task task = task(
                    "sample", next.parameters(), Map.of("model", fit.outputs().getOrDefault("model", List.of())));
            chunks.addAll(
                    new SampleHandler(1).handle(task, context.next()).outputs().getOrDefault("chunk", List.of()));
        }
        return chunks;
    }

    private Map<String, List<ArtifactRef>> inputs() throws IOException {
        StringBuilder csv = new StringBuilder("plan,age\n");
        for (int i = 0; i < 400; i++) {
            csv.append(i % 3 == 0 ? "basic," : "plus,").append(18 + i % 60).append('\n');
        }
        Path file = Files.writeString(context.scratch().resolve("source.csv"), csv);
        List<ColumnSensitivity> verdicts =
                List.of(verdict("plan", ColumnType.TEXT), verdict("age", ColumnType.INTEGER));
        SensitivityReport report = new SensitivityReport(List.of(new TableSensitivity("customers", 400, verdicts)));
        return Map.of(
                "source", List.of(context.store("customers.csv", "text/csv", file)),
                "sensitivity", List.of(context.store("sensitivity.json", report)));
    }

    private static ColumnSensitivity verdict(String name, ColumnType type) {
        return new ColumnSensitivity(
                name, type, false, SensitivityType.NONE, 0.1, "because", Strategy.MODEL, List.of());
    }

    private static Task task(String type, Map<String, Object> parameters, Map<String, List<ArtifactRef>> inputs) {
        return new Task(
                new WorkflowId(new UUID(0, 1)), new TaskId(new UUID(0, 2)), 1, type, "synthesize", parameters, inputs);
    }
}
