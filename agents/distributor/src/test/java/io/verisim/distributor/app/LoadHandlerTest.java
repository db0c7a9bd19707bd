package io.verisim.distributor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.agent.Credentials;
import io.verisim.agent.Task;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.distributor.target.Targets;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("services")
@ExtendWith(VerisimServices.class)
class LoadHandlerTest {

    private static final TableSchema PEOPLE = new TableSchema(
            "people", List.of(ColumnSchema.of("id", ColumnType.INTEGER), ColumnSchema.of("name", ColumnType.TEXT)));

    private final TargetDatabase database;
    private final LoadHandler handler;
    private final InMemoryTaskContext context;
    private final List<ArtifactRef> chunks;

    LoadHandlerTest(TestServices services, @TempDir Path folder) {
        this.database = services.freshTargetDatabase();
        Credentials crm = new Credentials(
                "crm",
                database.loader().jdbcUrl(),
                database.loader().username(),
                database.loader().password(),
                null);
        this.handler = new LoadHandler(
                Targets.installed(),
                name -> Optional.of(crm).filter(c -> c.name().equals(name)),
                Path.of(""));
        this.context = new InMemoryTaskContext(folder);
        this.chunks = List.of(chunk("chunk-00000.csv", "1,Ann\n2,Bo\n", 2), chunk("chunk-00001.csv", "3,Cy\n", 1));
    }

    private ArtifactRef chunk(String name, String rows, long count) {
        return context.store(name, "text/csv", ("id,name\n" + rows).getBytes(StandardCharsets.UTF_8))
                .withTable(count, PEOPLE);
    }

    private ArtifactRef manifest(List<String> checksums) {
        return context.store(
                "manifest.json",
                new DatasetManifest(
                        "people",
                        PEOPLE,
                        3,
                        "latent_mixture",
                        Map.of(),
                        1,
                        "verisim",
                        "0".repeat(64),
                        10,
                        "offline",
                        List.of(),
                        null,
                        checksums));
    }

    private Task task(Map<String, Object> parameters, ArtifactRef manifest) {
        return new Task(
                new WorkflowId(UUID.randomUUID()),
                new TaskId(UUID.randomUUID()),
                1,
                "load",
                "distribute",
                parameters,
                Map.of("chunk", chunks, "manifest", List.of(manifest)));
    }

    private List<String> checksums() {
        return chunks.stream().map(ArtifactRef::sha256).toList();
    }

    @BeforeEach
    void handlerAnnouncesItself() {
        assertThat(handler.taskType().taskType()).isEqualTo("load");
        assertThat(handler.taskType().parameterSchema().toString()).contains("postgres", "file", "truncate_insert");
    }

    @Test
    void aDatabaseLoadIsReportedWithRowsAndProgressInSentences() throws Exception {
        TaskResult result = handler.handle(
                task(Map.of("name", "CRM", "type", "postgres", "credentials", "crm"), manifest(checksums())), context);
        assertThat(result.facts())
                .isEqualTo(Map.of("targets", List.of(Map.of("name", "CRM", "status", "LOADED", "records", 3L))));
        Map<?, ?> report = context.read(
                result.outputs().getOrDefault("load_report", List.of()).getFirst(), Map.class);
        assertThat(report.get("name")).isEqualTo("CRM");
        assertThat(report.get("type")).isEqualTo("postgres");
        assertThat(report.get("status")).isEqualTo("LOADED");
        assertThat(report.get("records")).isEqualTo(3);
        assertThat(report.get("table")).isEqualTo("people");
        assertThat((Double) report.get("seconds")).isPositive();
        assertThat(report.get("error")).isNull();
        assertThat(context.sentences())
                .last()
                .asString()
                .startsWith("Loaded 3 of 3 rows into CRM (")
                .endsWith(" rows/s)");
    }

    @Test
    void aFileLoadKeepsTheDataset() throws Exception {
        TaskResult result =
                handler.handle(task(Map.of("name", "file", "type", "file"), manifest(checksums())), context);
        ArtifactRef dataset =
                result.outputs().getOrDefault("dataset", List.of()).getFirst();
        assertThat(dataset.name()).isEqualTo("people.csv");
        assertThat(dataset.mediaType()).isEqualTo("text/csv");
        assertThat(Files.readString(context.fetch(dataset))).isEqualTo("id,name\n1,Ann\n2,Bo\n3,Cy\n");
    }

    @Test
    void chunksThatAreNotThoseOfTheManifestAreRefused() {
        Task task = task(Map.of("name", "file", "type", "file"), manifest(List.of("1".repeat(64))));
        assertThatThrownBy(() -> handler.handle(task, context)).isInstanceOfSatisfying(VerisimException.class, e -> {
            assertThat(e.detail().category()).isEqualTo(ErrorCategory.DATA);
            assertThat(e.detail().code()).isEqualTo("MANIFEST_CHUNKS");
        });
    }

    @Test
    void anUnknownTypeOfTargetIsNamedWithThoseThereAre() {
        Task task = task(Map.of("name", "x", "type", "tape"), manifest(checksums()));
        assertThatThrownBy(() -> handler.handle(task, context)).isInstanceOfSatisfying(VerisimException.class, e -> {
            assertThat(e.detail().category()).isEqualTo(ErrorCategory.CONFIGURATION);
            assertThat(e.detail().remedy()).contains("file", "postgres");
        });
    }

    @Test
    void oneTargetsFailureDoesNotLoseAnothersSuccess() throws Exception {
        handler.handle(
                task(Map.of("name", "good", "type", "postgres", "credentials", "crm"), manifest(checksums())), context);
        Task bad = task(
                Map.of("name", "bad", "type", "postgres", "credentials", "crm", "schema", "nowhere"),
                manifest(checksums()));
        assertThatThrownBy(() -> handler.handle(bad, context.next())).isInstanceOf(VerisimException.class);
        try (var connection = DriverManager.getConnection(
                        database.crm().jdbcUrl(),
                        database.crm().username(),
                        database.crm().password());
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM people")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3);
        }
    }
}
