package io.verisim.synthesizer.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.TreatedSchema;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.data.Tables;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tasks on a finished dataset start from.
 *
 * @param source the source's artifact
 * @param chunks the synthetic rows' artifacts, in row order
 * @param schema columns of the source, with the strategies that were followed where the chunks tell them
 * @param tables real and synthetic rows, ready to be compared
 */
record DatasetInputs(ArtifactRef source, List<ArtifactRef> chunks, TableSchema schema, EvaluationInput tables) {

    /** Fetches and reads the inputs {@code source}, {@code sensitivity} and {@code chunk} of a task. */
    static DatasetInputs read(Task task, TaskContext context) throws IOException {
        ArtifactRef source = task.input("source");
        List<ArtifactRef> chunks = task.inputs("chunk");
        if (chunks.isEmpty()) {
            throw VerisimException.configuration(
                    "TASK_INPUT_MISSING",
                    "Task '" + task.type() + "' needs at least one input 'chunk' but got none.",
                    "Let the sampling step come before it in the pipeline.");
        }
        TableSensitivity verdicts =
                verdicts(context.artifacts().read(task.input("sensitivity"), SensitivityReport.class));
        context.progress(0, chunks.size() + 1L, "Reading the source");
        Path file = context.artifacts().fetch(source);
        TextTable real = TableFiles.read(file, ReadOptions.metrics().withTableName(verdicts.table()));
        TextTable synthetic = synthetic(verdicts.table(), chunks, context);
        TableSchema asked = TreatedSchema.of(TypeInference.infer(real), verdicts);
        TableSchema written = chunks.getFirst().schema();
        TableSchema schema = written == null ? asked : TreatedSchema.followed(asked, written);
        return new DatasetInputs(source, chunks, schema, EvaluationInput.of(real, synthetic, schema));
    }

    private static TextTable synthetic(String name, List<ArtifactRef> chunks, TaskContext context) throws IOException {
        List<TextTable> parts = new ArrayList<>();
        for (ArtifactRef chunk : chunks) {
            context.checkCancelled();
            parts.add(TableFiles.read(context.artifacts().fetch(chunk), ReadOptions.canonicalCsv()));
            context.progress(
                    parts.size() + 1L,
                    chunks.size() + 1L,
                    "Read " + parts.size() + " of " + chunks.size() + " chunks of synthetic rows");
        }
        return Tables.concat(name, parts);
    }

    static TableSensitivity verdicts(SensitivityReport report) {
        if (report.tables().size() != 1) {
            throw VerisimException.configuration(
                    "ONE_TABLE_EXPECTED",
                    "The sensitivity report describes " + report.tables().size() + " tables, not one.",
                    "Start one workflow for each table.");
        }
        return report.tables().getFirst();
    }

    /** The schema that the chunks were written in; the source's where they tell none. */
    TableSchema syntheticSchema() {
        TableSchema written = chunks.getFirst().schema();
        return written == null ? schema : written;
    }

    /** Seed of a task, 0 where it has none. */
    static long seed(Task task) {
        return task.parameters().get("seed") instanceof Number seed ? seed.longValue() : 0;
    }

    /** Name of the synthesis model of a task. */
    static String model(Task task) {
        return task.parameters().get("model") instanceof String model ? model : GenerationOptions.DEFAULT_MODEL;
    }
}
