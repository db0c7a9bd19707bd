package io.verisim.processor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.agent.Task;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.mock.production.TelecomCustomers;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.processor.classify.Classification;
import io.verisim.processor.profile.DatasetProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ProfileHandlerTest {

    private final ProfileHandler handler =
            new ProfileHandler(Classification.standard(), new DataProcessorProperties(DataSize.ofMegabytes(100)));

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private InMemoryTaskContext context;

    @BeforeEach
    void surroundings() {
        context = new InMemoryTaskContext(folder);
    }

    @Test
    void theTelecomTableIsReadClassifiedAndProfiled() throws IOException {
        TaskResult result = handler.handle(task(List.of(telecom(800))), context);
        SensitivityReport report = read(result, "sensitivity", SensitivityReport.class);
        TableSensitivity table = report.tables().getFirst();
        assertThat(table.table()).isEqualTo("telecom");
        assertThat(table.rows()).isEqualTo(800);
        assertThat(table.columns()).hasSameSizeAs(TelecomCustomers.columns());
        assertThat(result.facts())
                .isEqualTo(Map.of("sensitivity", Map.of("fields", 32L, "sensitive", table.sensitiveColumns())));
        DatasetProfile profile = read(result, "profile", DatasetProfile.class);
        assertThat(profile.tables().getFirst().candidateKeys()).contains(List.of("customer_id"));
        assertThat(profile.tables().getFirst().columns()).hasSize(32);
    }

    @Test
    void theDistributionOfConfidencesAndTheStrategiesAreReported() throws IOException {
        TaskResult result = handler.handle(task(List.of(telecom(300))), context);
        DatasetProfile profile = read(result, "profile", DatasetProfile.class);
        assertThat(profile.sensitivity().confidences().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(32);
        assertThat(profile.sensitivity().strategies()).containsKeys("person", "pattern", "key", "text", "model");
        double tenths = result.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().startsWith("confidence."))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertThat(tenths).isEqualTo(32);
        assertThat(result.metrics()).containsEntry("strategy.key", 1.0);
    }

    @Test
    void progressSpeaksOfEveryField() throws IOException {
        handler.handle(task(List.of(telecom(50))), context);
        assertThat(context.sentences())
                .startsWith("Reading telecom.csv", "Read 50 rows of 32 columns", "Classifying 32 fields")
                .contains("Profiling 32 columns")
                .last()
                .asString()
                .matches("\\d+ of 32 fields are sensitive");
        assertThat(context.sentences().stream().filter("Classifying 32 fields"::equals))
                .hasSize(32);
    }

    @Test
    void severalSourcesAreSeveralTables() throws IOException {
        ArtifactRef other = source("cities.csv", "city,people\nUlm,126000\nBonn,336000\n");
        TaskResult result = handler.handle(task(List.of(telecom(20), other)), context);
        assertThat(read(result, "sensitivity", SensitivityReport.class).tables())
                .extracting(TableSensitivity::table)
                .containsExactly("telecom", "cities");
    }

    @Test
    void noValueOfASensitiveColumnIsInAnyArtifact() throws IOException {
        ArtifactRef source = source(
                "people.csv",
                "email,iban,note\nzoe.quince@example.org,DE89370400440532013000,called\n"
                        + "max.plum@example.org,GB82WEST12345698765432,wrote\n");
        TaskResult result = handler.handle(task(List.of(source)), context);
        String profile = Files.readString(context.fetch(
                result.outputs().getOrDefault("profile", List.of()).getFirst()));
        String verdicts = Files.readString(context.fetch(
                result.outputs().getOrDefault("sensitivity", List.of()).getFirst()));
        assertThat(profile + verdicts).doesNotContain("quince", "DE893704", "GB82WEST", "plum");
    }

    @Test
    void aTaskWithoutSourceIsAConfigurationError() {
        assertThatThrownBy(() -> handler.handle(task(List.of()), context))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("needs a source");
    }

    @Test
    void aBrokenSourceIsADataErrorThatNamesTheFile() {
        ArtifactRef source = source("broken.csv", "a,b\n1,2,3\n");
        assertThatThrownBy(() -> handler.handle(task(List.of(source)), context))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("broken.csv");
    }

    private <T> T read(TaskResult result, String role, Class<T> type) {
        return context.read(result.outputs().getOrDefault(role, List.of()).getFirst(), type);
    }

    private ArtifactRef telecom(int rows) throws IOException {
        Path file = folder.resolve("telecom.csv");
        TelecomCustomers.write(file, rows, 9);
        return context.store("telecom.csv", "text/csv", file);
    }

    private ArtifactRef source(String name, String content) {
        return context.store(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Task task(List<ArtifactRef> sources) {
        return new Task(
                new WorkflowId(UUID.randomUUID()),
                new TaskId(UUID.randomUUID()),
                1,
                ProfileHandler.TASK_TYPE,
                "profile",
                Map.of(),
                Map.of("source", sources));
    }
}
