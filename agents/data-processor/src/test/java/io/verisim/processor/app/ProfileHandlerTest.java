package io.verisim.processor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.agent.InputNeeded;
import io.verisim.agent.Task;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.mock.production.TelecomCustomers;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.Classification;
import io.verisim.processor.classify.ColumnClassifier;
import io.verisim.processor.classify.ColumnView;
import io.verisim.processor.profile.DatasetProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ProfileHandlerTest {

    private static final String ABOUT_CONTACT = "Is column 'contact' of table 'contacts' sensitive?";

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
                .extractingByKey("sensitivity", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("fields", 32L)
                .containsEntry("sensitive", table.sensitiveColumns())
                .extractingByKey("log", InstanceOfAssertFactories.LIST)
                .hasSize((int) table.sensitiveColumns());
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

    @Test
    void aDoubtfulColumnIsLeftToTheThresholdWhereNobodyIsToBeAsked() throws IOException {
        TaskResult result = doubting().handle(task(List.of(contacts())), context);
        assertThat(column(result).sensitive()).isFalse();
        assertThat(Classification.isDoubtful(column(result))).isTrue();
    }

    @Test
    void aDoubtfulColumnIsAskedAboutOnceWithWhatTheAnswerCanRestOn() {
        Task asking = task(List.of(contacts()), Map.of("ask", true, "askMinutes", 30));
        assertThatThrownBy(() -> doubting().handle(asking, context))
                .isInstanceOfSatisfying(
                        InputNeeded.class,
                        needed -> assertThat(needed.questions()).singleElement().satisfies(question -> {
                            assertThat(question.question()).isEqualTo(ABOUT_CONTACT);
                            assertThat(question.evidence()).containsKeys("taken for", "confidence", "reasoning");
                            assertThat(question.choices()).containsExactly("sensitive", "not sensitive");
                            assertThat(question.defaultChoice()).isEqualTo("sensitive");
                            assertThat(question.evidence().toString()).doesNotContain("K-17");
                        }));
        assertThat(context.artifactCount()).as("artifacts beside the source").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"sensitive, true", "not sensitive, false"})
    void anAnswerDecides(String choice, boolean sensitive) throws IOException {
        Task answered = task(List.of(contacts()), Map.of("ask", true, "answers", Map.of(ABOUT_CONTACT, choice)));
        ColumnSensitivity column = column(doubting().handle(answered, context));
        assertThat(column.sensitive()).isEqualTo(sensitive);
        assertThat(column.strategy()).isEqualTo(sensitive ? Strategy.PERSON : Strategy.MODEL);
        assertThat(column.reasoning()).endsWith("A person decided so.");
    }

    @Test
    void aWrongParameterIsAConfigurationErrorThatNamesIt() {
        assertThatThrownBy(() -> handler.handle(task(List.of(contacts()), Map.of("askMinutes", 0)), context))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("profile.askMinutes");
    }

    /** Takes every column called contact for a phone number, half-heartedly. */
    private static ProfileHandler doubting() {
        ColumnClassifier doubtful = new ColumnClassifier() {
            @Override
            public String name() {
                return "doubtful";
            }

            @Override
            public List<Vote> votes(ColumnView column) {
                return List.of(new Vote("doubtful", SensitivityType.PHONE, 0.5, "it may be a number of a telephone"));
            }
        };
        return new ProfileHandler(
                new Classification(List.of(doubtful)), new DataProcessorProperties(DataSize.ofMegabytes(100)));
    }

    private ArtifactRef contacts() {
        return source("contacts.csv", "contact\nK-17\nK-18\n");
    }

    private ColumnSensitivity column(TaskResult result) {
        return read(result, "sensitivity", SensitivityReport.class)
                .tables()
                .getFirst()
                .columns()
                .getFirst();
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
        return task(sources, Map.of());
    }

    private static Task task(List<ArtifactRef> sources, Map<String, Object> parameters) {
        return new Task(
                new WorkflowId(UUID.randomUUID()),
                new TaskId(UUID.randomUUID()),
                1,
                ProfileHandler.TASK_TYPE,
                "profile",
                parameters,
                Map.of("source", sources));
    }
}
