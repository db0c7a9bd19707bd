package io.verisim.processor.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.processor.profile.DatasetProfile;
import io.verisim.processor.profile.SensitivityFigures;
import io.verisim.processor.profile.TableProfile;
import io.verisim.processor.profile.TableProfiler;
import io.verisim.tabular.InferredColumn;
import io.verisim.tabular.LoadedTable;
import io.verisim.tabular.ReadLimits;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Task {@code profile}: reads the source, says what its columns are, which of them are sensitive, and what they look like. */
final class ProfileHandler implements TaskHandler {

    static final String TASK_TYPE = "profile";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileHandler.class);

    private final Classification classification;
    private final ReadOptions reading;

    ProfileHandler(Classification classification, DataProcessorProperties properties) {
        this.classification = classification;
        this.reading = ReadOptions.defaults()
                .withLimits(ReadLimits.defaults()
                        .withMaxBytes(properties.maxSource().toBytes()));
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo(
                TASK_TYPE,
                "Reads the source, finds what is sensitive in it and describes its columns.",
                DoubtfulColumns.schema());
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        List<ArtifactRef> sources = task.inputs("source");
        if (sources.isEmpty()) {
            throw VerisimException.configuration(
                    "TASK_INPUT_MISSING",
                    "Task 'profile' needs a source but got none.",
                    "Upload a file, or name one in the configuration's source.");
        }
        DoubtfulColumns doubtful = DoubtfulColumns.of(task.parameters(), context.clock());
        List<TableProfile> profiles = new ArrayList<>();
        List<TableSensitivity> verdicts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ArtifactRef source : sources) {
            LoadedTable loaded = read(source, context);
            notes.addAll(loaded.notes());
            List<InferredColumn> inferred = TypeInference.explain(loaded.table());
            TableSensitivity verdict = classify(loaded.table(), inferred, doubtful, context);
            doubtful.note(verdict);
            verdicts.add(verdict);
            context.checkCancelled();
            context.progress(
                    0, 0, "Profiling " + counted(loaded.table().columns().size(), "column"));
            profiles.add(TableProfiler.profile(loaded.table(), inferred, verdict));
        }
        doubtful.ask();
        return result(context, profiles, new SensitivityReport(verdicts), notes);
    }

    private LoadedTable read(ArtifactRef source, TaskContext context) throws IOException {
        context.checkCancelled();
        context.progress(0, 0, "Reading " + source.name());
        LoadedTable loaded = TableFiles.load(context.artifacts().fetch(source), reading);
        TextTable table = loaded.table();
        context.progress(
                0,
                table.columns().size(),
                "Read " + counted(table.rows(), "row") + " of "
                        + counted(table.columns().size(), "column"));
        return loaded;
    }

    private TableSensitivity classify(
            TextTable table, List<InferredColumn> inferred, DoubtfulColumns doubtful, TaskContext context) {
        TableSchema schema = new TableSchema(
                table.name(), inferred.stream().map(InferredColumn::schema).toList());
        String what = "Classifying " + counted(table.columns().size(), "field");
        return classification.classify(table, schema, doubtful.decided(table.name()), (done, total) -> {
            context.checkCancelled();
            context.progress(done, total, what);
        });
    }

    private static TaskResult result(
            TaskContext context, List<TableProfile> profiles, SensitivityReport report, List<String> notes)
            throws IOException {
        SensitivityFigures figures = SensitivityFigures.of(report);
        LOG.info(
                "{} of {} fields are sensitive; confidences by tenth {}, strategies {}, sensitive types {}",
                figures.sensitive(),
                figures.fields(),
                figures.confidences(),
                figures.strategies(),
                figures.types());
        context.progress(
                figures.fields(),
                figures.fields(),
                figures.sensitive() + " of " + counted(figures.fields(), "field") + " are sensitive");
        TaskResult result = TaskResult.empty()
                .withOutput(
                        "profile",
                        context.artifacts().store("profile.json", new DatasetProfile(profiles, notes, figures)))
                .withOutput("sensitivity", context.artifacts().store("sensitivity.json", report))
                .withFact(
                        "sensitivity",
                        Map.of(
                                "fields", figures.fields(),
                                "sensitive", figures.sensitive(),
                                "log", SensitiveFields.of(report)))
                .withMetric("fields", (double) figures.fields())
                .withMetric("sensitiveFields", (double) figures.sensitive());
        for (int step = 0; step < figures.confidences().size(); step++) {
            result = result.withMetric(
                    "confidence." + step, figures.confidences().get(step).doubleValue());
        }
        for (Map.Entry<String, Long> strategy : figures.strategies().entrySet()) {
            result = result.withMetric(
                    "strategy." + strategy.getKey(), strategy.getValue().doubleValue());
        }
        return result;
    }

    private static String counted(long count, String thing) {
        return String.format(java.util.Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
