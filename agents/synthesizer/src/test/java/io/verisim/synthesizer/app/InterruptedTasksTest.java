package io.verisim.synthesizer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.agent.Task;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.model.artifact.ArtifactRef;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the synthesizer does, it stops within the two seconds that a cancellation may take. */
class InterruptedTasksTest {

    private static final int ROWS = 60_000;
    private static final int NUMBERS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** When after its begin a task is interrupted. */
    private static final List<Duration> MOMENTS =
            List.of(Duration.ofMillis(300), Duration.ofMillis(1_200), Duration.ofMillis(2_500));

    @TempDir
    private Path folder;

    private InMemoryTaskContext context;

    @BeforeEach
    void prepare() {
        context = new InMemoryTaskContext(folder);
    }

    @Test
    void everyTaskStopsInTime() throws Exception {
        ArtifactRef source = table();
        Map<String, List<ArtifactRef>> inputs = new HashMap<>();
        inputs.put("source", List.of(source));
        inputs.put("sensitivity", List.of(sensitivity()));
        Map<String, Object> synthesis = Map.of("rows", 2_000_000, "seed", 7);
        TaskResult fitted = new FitHandler(1, 200)
                .handle(task("fit", Map.of("rows", 2_000_000, "model", "gaussian_copula"), inputs), context);
        FollowUp chunk = fitted.followUps().getFirst();
        Map<String, List<ArtifactRef>> model = Map.of("model", fitted.outputs().getOrDefault("model", List.of()));
        inputs.put("chunk", List.of(source));

        assertStops(new FitHandler(2, 16), task("fit", synthesis, inputs));
        assertStops(new SampleHandler(2), task("sample", chunk.parameters(), model));
        assertStops(new DetectHandler(2), task("detect", synthesis, inputs));
        assertStops(new EvaluateHandler(2, "verisim", "offline"), task("evaluate", synthesis, inputs));
    }

    private void assertStops(TaskHandler handler, Task task) throws InterruptedException {
        for (Duration moment : MOMENTS) {
            InMemoryTaskContext fresh = context.next();
            Thread worker = Thread.ofPlatform().start(() -> {
                try {
                    handler.handle(task, fresh);
                } catch (Exception e) {
                    // It was asked to end.
                }
            });
            if (worker.join(moment)) {
                assertThat(moment)
                        .as("%s must be at work when it is first interrupted", task.type())
                        .isNotEqualTo(MOMENTS.getFirst());
                return;
            }
            worker.interrupt();
            boolean ended = worker.join(LIMIT);
            assertThat(ended)
                    .as("%s, interrupted after %s: %s", task.type(), moment, List.of(worker.getStackTrace()))
                    .isTrue();
        }
    }

    private ArtifactRef table() throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("name,plan");
        for (int c = 0; c < NUMBERS; c++) {
            csv.append(",n").append(c);
        }
        csv.append('\n');
        for (int i = 0; i < ROWS; i++) {
            csv.append("Person ").append(i).append(',');
            csv.append(List.of("basic", "plus", "pro").get(random.nextInt(3)));
            double common = random.nextGaussian();
            for (int c = 0; c < NUMBERS; c++) {
                csv.append(',').append((int) (1_000 * (common + random.nextGaussian())));
            }
            csv.append('\n');
        }
        return context.store("t.csv", "text/csv", Files.writeString(folder.resolve("t.csv"), csv));
    }

    private ArtifactRef sensitivity() {
        List<ColumnSensitivity> verdicts = new ArrayList<>();
        verdicts.add(verdict("name", ColumnType.TEXT, Strategy.PERSON, SensitivityType.NAME));
        verdicts.add(verdict("plan", ColumnType.TEXT, Strategy.MODEL, SensitivityType.NONE));
        for (int c = 0; c < NUMBERS; c++) {
            verdicts.add(verdict("n" + c, ColumnType.INTEGER, Strategy.MODEL, SensitivityType.NONE));
        }
        return context.store(
                "sensitivity.json", new SensitivityReport(List.of(new TableSensitivity("t", ROWS, verdicts))));
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
