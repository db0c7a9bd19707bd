package io.verisim.synthesizer.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.message.FollowUp;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.SecretSeed;
import io.verisim.synthesizer.generation.TreatedSchema;
import io.verisim.synthesizer.model.FitProgress;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Task {@code fit}: learns the source table and proposes the chunks to be sampled. */
final class FitHandler implements TaskHandler {

    static final String FIRST_BLOCK = "firstBlock";
    static final String BLOCKS = "blocks";
    static final String TRAINING = "training";

    private final int threads;
    private final int chunkBlocks;

    FitHandler(int threads, int chunkBlocks) {
        this.threads = threads;
        this.chunkBlocks = chunkBlocks;
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo("fit", "Learns the shape of the source.", SynthesisParameters.schema());
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        GenerationOptions options = SecretSeed.of(SynthesisParameters.read(task.parameters()), new SecureRandom())
                .withThreads(task.perBatch(threads));
        TableSensitivity verdicts =
                DatasetInputs.verdicts(context.artifacts().read(task.input("sensitivity"), SensitivityReport.class));
        Path file = context.artifacts().fetch(task.input("source"));
        TextTable source = TableFiles.read(file, ReadOptions.defaults().withTableName(verdicts.table()));
        TableSchema schema = TreatedSchema.of(TypeInference.infer(source), verdicts);
        context.checkCancelled();
        context.progress(0, 1, learning(source, options));
        Instant begin = context.clock().instant();
        FittedGeneration fitted = fit(
                source, schema, options, SynthesisParameters.constraints(task.parameters()), (done, of, sentence) -> {
                    context.checkCancelled();
                    context.progress(done, of, sentence);
                });
        context.checkCancelled();
        double seconds = Duration.between(begin, context.clock().instant()).toMillis() / 1e3;
        Path model = context.scratch().resolve("model.bin");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(model))) {
            fitted.write(out);
        }
        context.progress(1, 1, String.format(Locale.ROOT, "Learned the source in %.1f s", seconds));
        TaskResult result = TaskResult.empty()
                .withOutput("model", context.artifacts().store("model.bin", "application/octet-stream", model));
        if (fitted.curve().isPresent()) {
            result = result.withOutput(
                    TRAINING,
                    context.artifacts().store("training.json", fitted.curve().get()));
        }
        return result.withFollowUps(followUps(fitted))
                .withMetric("fitSeconds", seconds)
                .withMetric("sourceRows", (double) source.rows());
    }

    private static FittedGeneration fit(
            TextTable source,
            TableSchema schema,
            GenerationOptions options,
            ConstraintSet constraints,
            FitProgress progress) {
        FittedGeneration fitted = Generation.fit(source, schema, options, constraints.withWhere(null), progress);
        return constraints.where() == null ? fitted : fitted.where(constraints.where());
    }

    private static String learning(TextTable source, GenerationOptions options) {
        return String.format(
                Locale.ROOT,
                "Learning %,d rows of %d columns with %s",
                source.rows(),
                source.columns().size(),
                options.model());
    }

    private List<FollowUp> followUps(FittedGeneration fitted) {
        return fitted.plan(chunkBlocks).stream()
                .map(chunk -> new FollowUp(
                        chunkName(chunk), Map.of(FIRST_BLOCK, chunk.firstBlock(), BLOCKS, chunk.blocks()), Map.of()))
                .toList();
    }

    static String chunkName(Chunk chunk) {
        return String.format(Locale.ROOT, "chunk-%05d", chunk.firstBlock());
    }
}
