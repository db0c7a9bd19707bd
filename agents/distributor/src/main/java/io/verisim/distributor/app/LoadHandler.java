package io.verisim.distributor.app;

import io.verisim.agent.CredentialsSource;
import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.distributor.target.Dataset;
import io.verisim.distributor.target.LoadOutcome;
import io.verisim.distributor.target.LoadRequest;
import io.verisim.distributor.target.Target;
import io.verisim.distributor.target.TargetSettings;
import io.verisim.distributor.target.Targets;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Task {@code load}: fetches the chunks of a dataset and loads them into one target. */
final class LoadHandler implements TaskHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoadHandler.class);
    private static final double NANOS_A_SECOND = 1e9;

    private final Targets targets;
    private final CredentialsSource credentials;
    private final Path exports;

    LoadHandler(Targets targets, CredentialsSource credentials, Path exports) {
        this.targets = targets;
        this.credentials = credentials;
        this.exports = exports;
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo("load", "Loads a synthetic dataset into one target.", targets.settingsSchema());
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        TargetSettings settings = TargetSettings.of(task.parameters());
        Target target = targets.ofType(settings.type());
        Dataset dataset = fetch(task, context);
        Path scratch = Files.createDirectory(context.scratch().resolve("target"));
        LoadRequest request = new LoadRequest(
                task.id(),
                task.workflow(),
                settings,
                dataset,
                new LoadRequest.Surroundings(credentials, exports, scratch, context.clock()));
        Instant begin = context.clock().instant();
        LoadOutcome outcome = target.load(request, rows -> {
            context.checkCancelled();
            context.progress(rows, dataset.rows(), sentence(rows, dataset.rows(), settings, since(begin, context)));
        });
        double seconds = since(begin, context);
        LOG.info(
                "Task {}: {} rows are in {} of target {}, {} s",
                task.id(),
                outcome.records(),
                outcome.place(),
                settings.name(),
                seconds);
        return result(settings, outcome, seconds, context);
    }

    private static double since(Instant begin, TaskContext context) {
        return Duration.between(begin, context.clock().instant()).toNanos() / NANOS_A_SECOND;
    }

    private static String sentence(long rows, long total, TargetSettings settings, double seconds) {
        String speed = seconds > 0 ? String.format(java.util.Locale.ROOT, " (%,.0f rows/s)", rows / seconds) : "";
        return String.format(
                java.util.Locale.ROOT, "Loaded %,d of %,d rows into %s%s", rows, total, settings.name(), speed);
    }

    private static TaskResult result(TargetSettings settings, LoadOutcome outcome, double seconds, TaskContext context)
            throws IOException {
        LoadReport report = new LoadReport(
                settings.name(),
                settings.type(),
                "LOADED",
                outcome.records(),
                seconds,
                outcome.place(),
                outcome.columns(),
                outcome.repeated(),
                outcome.notes(),
                null);
        TaskResult result = TaskResult.empty()
                .withOutput("load_report", context.artifacts().store("load-report.json", report))
                .withMetric("rows", (double) outcome.records())
                .withMetric("seconds", seconds)
                .withFact(
                        "targets",
                        List.of(Map.of(
                                "name", settings.name(), "status", report.status(), "records", outcome.records())));
        if (outcome.file().isEmpty()) {
            return result;
        }
        LoadOutcome.Produced file = outcome.file().get();
        ArtifactRef stored =
                context.artifacts().store(file.file().getFileName().toString(), file.mediaType(), file.file());
        return result.withOutput("dataset", stored);
    }

    private static Dataset fetch(Task task, TaskContext context) throws IOException {
        List<ArtifactRef> chunks = task.inputs("chunk");
        if (chunks.isEmpty()) {
            throw VerisimException.configuration(
                    "TASK_INPUT_MISSING",
                    "Task 'load' needs the chunks of a dataset but got none.",
                    "Let the synthesis run before the distribution, or name an existing dataset.");
        }
        String manifest = manifest(task, chunks, context);
        TableSchema schema = schema(chunks);
        List<Dataset.Chunk> files = new ArrayList<>();
        for (ArtifactRef chunk : chunks) {
            context.checkCancelled();
            Long rows = chunk.rows();
            if (rows == null) {
                throw notATable();
            }
            files.add(new Dataset.Chunk(context.artifacts().fetch(chunk), rows, chunk.sha256()));
            context.progress(0, 0, "Fetched " + files.size() + " of " + chunks.size() + " chunks");
        }
        return new Dataset(schema, files, manifest, task.perBatch(Dataset.BLOCK_ROWS));
    }

    private static TableSchema schema(List<ArtifactRef> chunks) {
        TableSchema schema = chunks.getFirst().schema();
        if (schema == null || chunks.stream().anyMatch(chunk -> !schema.equals(chunk.schema()))) {
            throw notATable();
        }
        return schema;
    }

    private static VerisimException notATable() {
        return VerisimException.data(
                "CHUNK_SCHEMA",
                "The chunks of the dataset do not carry one and the same table schema with row counts.",
                "Generate the dataset again.",
                Map.of());
    }

    /** The manifest lists its chunks by checksum: what is loaded is what was measured. */
    private static String manifest(Task task, List<ArtifactRef> chunks, TaskContext context) throws IOException {
        if (task.inputs("manifest").isEmpty()) {
            return "";
        }
        DatasetManifest manifest = context.artifacts().read(task.input("manifest"), DatasetManifest.class);
        if (!manifest.chunks().equals(chunks.stream().map(ArtifactRef::sha256).toList())) {
            throw VerisimException.data(
                    "MANIFEST_CHUNKS",
                    "The chunks of the dataset are not those of its manifest.",
                    "Generate the dataset again.",
                    Map.of("table", manifest.table()));
        }
        return MessageCodec.mapper().writeValueAsString(manifest);
    }
}
